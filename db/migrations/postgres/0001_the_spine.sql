CREATE TABLE "counties" (
	"county" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_en" text COLLATE "C" NOT NULL,
	"register_prefix" text COLLATE "C" NOT NULL,
	"time_zone" text COLLATE "C" NOT NULL,
	"settings" text NOT NULL,
	"bounds" text,
	"invented" boolean NOT NULL,
	"founded_at" text COLLATE "C" NOT NULL
);

--> statement-breakpoint
CREATE TABLE "holidays" (
	"county" text COLLATE "C" NOT NULL,
	"on" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	CONSTRAINT "holidays_county_on_pk" PRIMARY KEY("county","on")
);

--> statement-breakpoint
CREATE TABLE "codes" (
	"county" text COLLATE "C" NOT NULL,
	"list" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"zh" text COLLATE "C" NOT NULL,
	"en" text COLLATE "C" NOT NULL,
	"unit" text COLLATE "C",
	"position" integer NOT NULL,
	"common" boolean NOT NULL,
	CONSTRAINT "codes_county_list_code_pk" PRIMARY KEY("county","list","code")
);

--> statement-breakpoint
CREATE TABLE "sequences" (
	"county" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "sequences_county_kind_year_pk" PRIMARY KEY("county","kind","year")
);

--> statement-breakpoint
CREATE TABLE "units" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	CONSTRAINT "units_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "people" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"phone" text COLLATE "C",
	"role" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C",
	"active" boolean NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"must_change_password" boolean NOT NULL,
	"failed_sign_ins" integer NOT NULL,
	"locked_until" text COLLATE "C",
	"version" integer NOT NULL,
	"added_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "people_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "unit_areas" (
	"county" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"place_code" text COLLATE "C" NOT NULL,
	CONSTRAINT "unit_areas_county_unit_id_place_code_pk" PRIMARY KEY("county","unit_id","place_code")
);

--> statement-breakpoint
CREATE TABLE "sessions" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"token_hash" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"started_at" text COLLATE "C" NOT NULL,
	"last_used_at" text COLLATE "C" NOT NULL,
	"ends_at" text COLLATE "C" NOT NULL,
	"revoked_at" text COLLATE "C",
	CONSTRAINT "sessions_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "feedback" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"page" text COLLATE "C" NOT NULL,
	"words" text COLLATE "C" NOT NULL,
	"given_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "feedback_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "zones" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"shape" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"place_code" text COLLATE "C" NOT NULL,
	"route_code" text COLLATE "C",
	"from_metres" integer,
	"to_metres" integer,
	"geometry" text NOT NULL,
	"invented" boolean NOT NULL,
	CONSTRAINT "zones_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "zone_posts" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"zone_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"level" text COLLATE "C" NOT NULL,
	"held_from" text COLLATE "C" NOT NULL,
	"held_until" text COLLATE "C",
	CONSTRAINT "zone_posts_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "places" (
	"county" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"aliases" text NOT NULL,
	"longitude" double precision NOT NULL,
	"latitude" double precision NOT NULL,
	"place_cell" bigint NOT NULL,
	"invented" boolean NOT NULL,
	CONSTRAINT "places_county_code_pk" PRIMARY KEY("county","code")
);

--> statement-breakpoint
CREATE TABLE "roads" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"route_code" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"road_class" text COLLATE "C" NOT NULL,
	"length_metres" integer NOT NULL,
	"geometry" text NOT NULL,
	"invented" boolean NOT NULL,
	CONSTRAINT "roads_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "photos" (
	"county" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"bytes" bigint NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"width_pixels" integer NOT NULL,
	"height_pixels" integer NOT NULL,
	"trailing_bytes" bigint NOT NULL,
	"exif_taken_at" text COLLATE "C",
	"exif_longitude" double precision,
	"exif_latitude" double precision,
	"exif_make" text COLLATE "C",
	"exif_model" text COLLATE "C",
	"received_at" text COLLATE "C" NOT NULL,
	"received_from" text COLLATE "C" NOT NULL,
	CONSTRAINT "photos_county_sha256_pk" PRIMARY KEY("county","sha256")
);

--> statement-breakpoint
CREATE TABLE "hazards" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"version" integer NOT NULL,
	"short_code" text COLLATE "C" NOT NULL,
	"register_number" text COLLATE "C",
	"stage" text COLLATE "C" NOT NULL,
	"set_aside" text COLLATE "C",
	"severity" text COLLATE "C",
	"source" text COLLATE "C" NOT NULL,
	"code" text COLLATE "C" NOT NULL,
	"other_codes" text NOT NULL,
	"description" text COLLATE "C" NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"accuracy_metres" double precision,
	"position_source" text COLLATE "C",
	"positioned_at" text COLLATE "C",
	"place_cell" bigint,
	"outside_county" boolean NOT NULL,
	"place_code" text COLLATE "C" NOT NULL,
	"township_code" text COLLATE "C",
	"zone_id" text COLLATE "C",
	"route_code" text COLLATE "C",
	"road_class" text COLLATE "C",
	"chainage_metres" integer,
	"spot" text COLLATE "C" NOT NULL,
	"reported_at" text COLLATE "C" NOT NULL,
	"reported_by" text COLLATE "C" NOT NULL,
	"captured_at" text COLLATE "C" NOT NULL,
	"report_hash" text COLLATE "C" NOT NULL,
	"team_unit_id" text COLLATE "C",
	"dispatched_at" text COLLATE "C",
	"scene_completed_at" text COLLATE "C",
	"registered_at" text COLLATE "C",
	"registered_by" text COLLATE "C",
	"severity_set_by" text COLLATE "C",
	"due_on" text COLLATE "C",
	"first_due_on" text COLLATE "C",
	"cleared_at" text COLLATE "C",
	"cleared_by" text COLLATE "C",
	"watch_until_on" text COLLATE "C",
	"times_reopened" integer NOT NULL,
	"last_reopened_at" text COLLATE "C",
	"changed_at" text COLLATE "C" NOT NULL,
	CONSTRAINT "hazards_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "on_the_register_means_numbered" CHECK ("hazards"."stage" not in ('register', 'cleared') or "hazards"."register_number" is not null),
	CONSTRAINT "numbered_means_graded" CHECK ("hazards"."register_number" is null or "hazards"."severity" is not null),
	CONSTRAINT "cleared_means_by_somebody" CHECK ("hazards"."stage" <> 'cleared' or "hazards"."cleared_by" is not null)
);

--> statement-breakpoint
CREATE TABLE "hazard_photos" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C",
	"sha256" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"taken_by" text COLLATE "C" NOT NULL,
	"captured_at" text COLLATE "C" NOT NULL,
	"attached_at" text COLLATE "C" NOT NULL,
	"longitude" double precision,
	"latitude" double precision,
	"accuracy_metres" double precision,
	"position_source" text COLLATE "C",
	"positioned_at" text COLLATE "C",
	"position" integer NOT NULL,
	CONSTRAINT "hazard_photos_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "revisits" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"outcome" text COLLATE "C",
	"done_at" text COLLATE "C",
	"done_by" text COLLATE "C",
	"remark" text COLLATE "C",
	"dropped_at" text COLLATE "C",
	CONSTRAINT "revisits_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
CREATE TABLE "tasks" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"hazard_id" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"state" text COLLATE "C" NOT NULL,
	"unit_id" text COLLATE "C" NOT NULL,
	"person_id" text COLLATE "C",
	"demand" text COLLATE "C" NOT NULL,
	"first_due_on" text COLLATE "C" NOT NULL,
	"due_on" text COLLATE "C" NOT NULL,
	"assigned_at" text COLLATE "C" NOT NULL,
	"accepted_at" text COLLATE "C",
	"started_at" text COLLATE "C",
	"interim_at" text COLLATE "C",
	"interim_remark" text COLLATE "C",
	"planned_year" integer,
	"planned_because" text COLLATE "C",
	"refused_because" text COLLATE "C",
	"refused_owner_unit_id" text COLLATE "C",
	"submitted_at" text COLLATE "C",
	"submitted_by" text COLLATE "C",
	"submit_remark" text COLLATE "C",
	"cost_yuan" double precision,
	"returned_because" text COLLATE "C",
	"times_returned" integer NOT NULL,
	"verified_at" text COLLATE "C",
	"verified_by" text COLLATE "C",
	"verified_by_unit_id" text COLLATE "C",
	CONSTRAINT "tasks_county_id_pk" PRIMARY KEY("county","id"),
	CONSTRAINT "nobody_verifies_their_own_work" CHECK ("tasks"."verified_by" is null or ("tasks"."submitted_by" is not null and "tasks"."verified_by" <> "tasks"."submitted_by")),
	CONSTRAINT "verified_means_by_somebody" CHECK ("tasks"."state" <> 'verified' or "tasks"."verified_by" is not null)
);

--> statement-breakpoint
CREATE TABLE "task_measures" (
	"county" text COLLATE "C" NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"measure" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"planned_quantity" double precision,
	"installed_quantity" double precision,
	"struck_because" text COLLATE "C",
	CONSTRAINT "task_measures_county_task_id_measure_pk" PRIMARY KEY("county","task_id","measure")
);

--> statement-breakpoint
CREATE TABLE "journal" (
	"county" text COLLATE "C" NOT NULL,
	"seq" bigint NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"previous_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	CONSTRAINT "journal_county_seq_pk" PRIMARY KEY("county","seq")
);

--> statement-breakpoint
CREATE TABLE "acts" (
	"county" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"content_hash" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	CONSTRAINT "acts_county_id_pk" PRIMARY KEY("county","id")
);

--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_county_unit_id_units_county_id_fk" FOREIGN KEY ("county","unit_id") REFERENCES "public"."units"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "unit_areas" ADD CONSTRAINT "unit_areas_county_unit_id_units_county_id_fk" FOREIGN KEY ("county","unit_id") REFERENCES "public"."units"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_county_person_id_people_county_id_fk" FOREIGN KEY ("county","person_id") REFERENCES "public"."people"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "zone_posts" ADD CONSTRAINT "zone_posts_county_zone_id_zones_county_id_fk" FOREIGN KEY ("county","zone_id") REFERENCES "public"."zones"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_county_reported_by_people_county_id_fk" FOREIGN KEY ("county","reported_by") REFERENCES "public"."people"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazards" ADD CONSTRAINT "hazards_county_team_unit_id_units_county_id_fk" FOREIGN KEY ("county","team_unit_id") REFERENCES "public"."units"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD CONSTRAINT "hazard_photos_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "hazard_photos" ADD CONSTRAINT "hazard_photos_county_sha256_photos_county_sha256_fk" FOREIGN KEY ("county","sha256") REFERENCES "public"."photos"("county","sha256") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "revisits" ADD CONSTRAINT "revisits_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_county_hazard_id_hazards_county_id_fk" FOREIGN KEY ("county","hazard_id") REFERENCES "public"."hazards"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_county_unit_id_units_county_id_fk" FOREIGN KEY ("county","unit_id") REFERENCES "public"."units"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ALTER TABLE "task_measures" ADD CONSTRAINT "task_measures_county_task_id_tasks_county_id_fk" FOREIGN KEY ("county","task_id") REFERENCES "public"."tasks"("county","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
CREATE UNIQUE INDEX "one_unit_per_name" ON "units" USING btree ("county","name");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_per_account" ON "people" USING btree ("county","account");
--> statement-breakpoint
CREATE INDEX "people_by_unit" ON "people" USING btree ("county","unit_id");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_session_per_token" ON "sessions" USING btree ("county","token_hash");
--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("county","person_id");
--> statement-breakpoint
CREATE INDEX "zones_by_place" ON "zones" USING btree ("county","place_code");
--> statement-breakpoint
CREATE INDEX "posts_by_zone" ON "zone_posts" USING btree ("county","zone_id");
--> statement-breakpoint
CREATE INDEX "posts_by_person" ON "zone_posts" USING btree ("county","person_id");
--> statement-breakpoint
CREATE INDEX "roads_by_route" ON "roads" USING btree ("county","route_code");
--> statement-breakpoint
CREATE UNIQUE INDEX "one_hazard_per_register_number" ON "hazards" USING btree ("county","register_number");
--> statement-breakpoint
CREATE INDEX "hazards_by_cell" ON "hazards" USING btree ("county","place_cell");
--> statement-breakpoint
CREATE INDEX "hazards_by_place" ON "hazards" USING btree ("county","place_code");
--> statement-breakpoint
CREATE INDEX "hazards_by_report" ON "hazards" USING btree ("county","reported_at","id");
--> statement-breakpoint
CREATE INDEX "hazards_by_deadline" ON "hazards" USING btree ("county","stage","due_on","id");
--> statement-breakpoint
CREATE INDEX "hazards_by_zone" ON "hazards" USING btree ("county","zone_id");
--> statement-breakpoint
CREATE INDEX "hazards_by_team" ON "hazards" USING btree ("county","team_unit_id");
--> statement-breakpoint
CREATE INDEX "hazards_by_reporter" ON "hazards" USING btree ("county","reported_by");
--> statement-breakpoint
CREATE INDEX "photos_by_hazard" ON "hazard_photos" USING btree ("county","hazard_id","position");
--> statement-breakpoint
CREATE INDEX "photos_by_bytes" ON "hazard_photos" USING btree ("county","sha256");
--> statement-breakpoint
CREATE INDEX "revisits_by_hazard" ON "revisits" USING btree ("county","hazard_id");
--> statement-breakpoint
CREATE INDEX "revisits_by_day" ON "revisits" USING btree ("county","due_on");
--> statement-breakpoint
CREATE INDEX "tasks_by_hazard" ON "tasks" USING btree ("county","hazard_id","position");
--> statement-breakpoint
CREATE INDEX "tasks_by_unit" ON "tasks" USING btree ("county","unit_id","state","due_on");
--> statement-breakpoint
CREATE INDEX "tasks_by_person" ON "tasks" USING btree ("county","person_id","state");
--> statement-breakpoint
CREATE INDEX "journal_by_subject" ON "journal" USING btree ("county","subject_id","seq");
