CREATE TABLE "users" ("id" integer PRIMARY KEY NOT NULL, "note" text DEFAULT '--> statement-breakpoint');
--> statement-breakpoint
CREATE TABLE "groups" ("id" integer)
--> statement-breakpoint
CREATE INDEX "groups_id" ON "groups" ("id")