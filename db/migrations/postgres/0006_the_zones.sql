CREATE TABLE "zone_versions" (
	"county" text COLLATE "C" NOT NULL,
	"zone_id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "zone_versions_county_zone_id_pk" PRIMARY KEY("county","zone_id")
);

--> statement-breakpoint
CREATE TABLE "zone_helpers" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"zone_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"title" text COLLATE "C" NOT NULL,
	"station_kind" text COLLATE "C",
	"station" text COLLATE "C" NOT NULL,
	"held_from" text COLLATE "C" NOT NULL,
	"held_until" text COLLATE "C",
	CONSTRAINT "zone_helpers_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "sign_texts" (
	"county" text COLLATE "C" PRIMARY KEY NOT NULL,
	"hotline" text COLLATE "C" NOT NULL,
	"duties" text NOT NULL,
	"version" integer NOT NULL,
	"changed_at" text COLLATE "C" NOT NULL,
	"changed_by" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "hazard_extents" (
	"county" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"geometry" text NOT NULL,
	"drawn_by" text COLLATE "C" NOT NULL,
	"drawn_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "hazard_extents_county_hazard_id_pk" PRIMARY KEY("county","hazard_id")
);

--> statement-breakpoint
CREATE TABLE "extent_tiles" (
	"county" text COLLATE "C" NOT NULL,
	"tile_code" bigint NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "extent_tiles_county_tile_code_hazard_id_pk" PRIMARY KEY("county","tile_code","hazard_id")
);

--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "extent" text;
--> statement-breakpoint
ALTER TABLE "zone_versions" ADD CONSTRAINT "zone_versions_county_zone_id_zones_county_id_fk" FOREIGN KEY ("county","zone_id") REFERENCES "public"."zones"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "zone_helpers" ADD CONSTRAINT "zone_helpers_county_zone_id_zones_county_id_fk" FOREIGN KEY ("county","zone_id") REFERENCES "public"."zones"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_extents" ADD CONSTRAINT "hazard_extents_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "helpers_by_zone" ON "zone_helpers" USING btree ("county","zone_id");
--> statement-breakpoint
CREATE INDEX "extent_tiles_by_hazard" ON "extent_tiles" USING btree ("county","hazard_id");
