CREATE TABLE "photo_promises" (
	"county" text COLLATE "C" NOT NULL,
	"photo_id" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C",
	"role" text COLLATE "C" NOT NULL,
	"taken_by" text COLLATE "C" NOT NULL,
	"captured_at" text COLLATE "C" NOT NULL,
	"clock_offset_ms" bigint,
	"taken_with" text COLLATE "C",
	"longitude" double precision,
	"latitude" double precision,
	"accuracy_metres" double precision,
	"position_source" text COLLATE "C",
	"positioned_at" text COLLATE "C",
	"position" integer NOT NULL,
	"promised_at" text COLLATE "C" NOT NULL,
	"fulfilled_at" text COLLATE "C",
	CONSTRAINT "photo_promises_county_photo_id_part_pk" PRIMARY KEY("county","photo_id","part")
);

--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "complete_on_arrival" boolean DEFAULT false NOT NULL;
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "sent_at" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazards" ADD COLUMN "clock_offset_ms" bigint;
--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD COLUMN "copy_sha256" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD COLUMN "taken_with" text COLLATE "C";
--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD COLUMN "clock_offset_ms" bigint;
--> statement-breakpoint
ALTER TABLE "photo_promises" ADD CONSTRAINT "photo_promises_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE INDEX "promises_by_hazard" ON "photo_promises" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE INDEX "promises_by_bytes" ON "photo_promises" USING btree ("county","sha256","fulfilled_at");
