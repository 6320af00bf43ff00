CREATE TABLE "junctions" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"place_cell" bigint NOT NULL,
	"place_code" text COLLATE "C" NOT NULL,
	"township_code" text COLLATE "C",
	"name" text COLLATE "C" NOT NULL,
	"arms" integer NOT NULL,
	"route_codes" text NOT NULL,
	"road_classes" text NOT NULL,
	"road_class" text COLLATE "C",
	"source" text COLLATE "C" NOT NULL,
	"active" boolean NOT NULL,
	"retired_because" text COLLATE "C",
	"retired_by_hand" boolean NOT NULL,
	"last_inspected_at" text COLLATE "C",
	"version" integer NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"changed_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "junctions_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "junction_inspections" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"junction_id" text COLLATE "C" NOT NULL,
	"inspected_by" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"inspected_at" text COLLATE "C" NOT NULL,
	"inspected_on" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C" NOT NULL,
	"hazard_ids" text NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"received_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "junction_inspections_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "patrol_plans" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"from_on" text COLLATE "C" NOT NULL,
	"until_on" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"route_codes" text NOT NULL,
	"township_codes" text NOT NULL,
	"made_by" text COLLATE "C" NOT NULL,
	"made_at" text COLLATE "C" NOT NULL,
	"ended_at" text COLLATE "C",
	"ended_because" text COLLATE "C",
	CONSTRAINT "patrol_plans_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "imports" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"file_name" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"bytes" bigint NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"layer" text COLLATE "C" NOT NULL,
	"datum" text COLLATE "C" NOT NULL,
	"datum_guessed" text COLLATE "C" NOT NULL,
	"added" integer NOT NULL,
	"redrawn" integer NOT NULL,
	"same" integer NOT NULL,
	"skipped" integer NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"report" text NOT NULL,
	"imported_at" text COLLATE "C" NOT NULL,
	"imported_by" text COLLATE "C" NOT NULL,
	CONSTRAINT "imports_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
ALTER TABLE "junction_inspections" ADD CONSTRAINT "junction_inspections_county_junction_id_junctions_county_id_fk" FOREIGN KEY ("county","junction_id") REFERENCES "public"."junctions"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "junctions_by_inspection" ON "junctions" USING btree ("county","active","last_inspected_at");
--> statement-breakpoint
CREATE INDEX "junctions_by_cell" ON "junctions" USING btree ("county","place_cell");
--> statement-breakpoint
CREATE INDEX "inspections_by_junction" ON "junction_inspections" USING btree ("county","junction_id","inspected_on");
--> statement-breakpoint
CREATE INDEX "imports_by_day" ON "imports" USING btree ("county","imported_at","id");
--> statement-breakpoint
CREATE INDEX "promises_by_taker" ON "photo_promises" USING btree ("county","taken_by","fulfilled_at");
