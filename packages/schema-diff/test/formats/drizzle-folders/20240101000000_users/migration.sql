CREATE TABLE users (id int);
--> statement-breakpoint
CREATE TABLE groups (id int);
