import type { PrismaFile } from "../src/index.js";

const config = `// Two domains, each with a schema of its own in one database.
generator client {
  provider        = "prisma-client" // the newer one
  output          = "../src/generated/prisma"
  previewFeatures = ["views", "partialIndexes"]
}

generator zod {
  provider = "zod-prisma-types"
}

/// The one database.
datasource db {
  provider     = "postgresql"
  relationMode = "foreignKeys"
  schemas      = ["users", "pool", "public"]
}
`;

const users = `/// A person.
/// Has a "name", and { braces } in its comment.
model User {
  id        String    @id @default(dbgenerated("gen_random_uuid()")) @db.Uuid
  email     String    @unique(map: "users_email_key") @db.VarChar(255) // trailing "text" }
  fullName  String?   @map("full_name")
  role      UserRole  @default(MEMBER)
  tags      String[]  @default(["a", "b"])
  settings  Json      @default("{\\"theme\\": \\"dark\\"}")
  balance   Decimal   @default(0.5) @db.Decimal(10, 2)
  createdAt DateTime  @default(now()) @map("created_at") @db.Timestamptz(6)
  updatedAt DateTime  @updatedAt
  location  Unsupported("geometry(Point, 4326)")?

  codes        RedeemCode[]
  invitedById  String?   @db.Uuid
  invitedBy    User?     @relation("Invitation", fields: [invitedById], references: [id], onDelete: SetNull)
  invited      User[]    @relation("Invitation")
  groups       Group[]
  friends      User[]    @relation("Friendship")
  friendOf     User[]    @relation("Friendship")
  seat         Seat?
  /* audit     Audit[]
     is gone */

  @@index([createdAt(sort: Desc), email])
  @@index([role], where: { deleted: null, fullName: { not: null } }, map: "idx_role")
  @@unique(fields: [email, fullName], name: "mail_name", map: "uq_mail_name")
  @@map("users")
  @@schema("users")
  deleted DateTime?
}

enum UserRole {
  MEMBER
  ADMIN  @map("admin") // the boss

  @@map("user_role")
  @@schema("users")
}

model RedeemCode {
  code    String @id
  userId  String @map("user_id") @db.Uuid
  user    User   @relation(fields: [userId], references: [id], onDelete: Cascade, onUpdate: NoAction, map: "fk_code_user")

  @@map(name: "redeem_codes")
  @@schema("users")
} model Group {
  id    Int    @id @default(autoincrement())
  users User[]
  @@schema("users")
}
`;

const pool = `model Seat {
  teamId Int
  number Int
  userId String? @unique @db.Uuid
  user   User?   @relation(fields: [userId], references: [id])
  team   team    @relation(fields: [teamId], references: [id])

  @@id([teamId, number], map: "seats_pk")
  @@map("seats")
  @@schema("pool")
}

model team {
  id     Int     @id
  seats  Seat[]
  labels Label[] @relation("TeamLabels")
  secret String  @ignore
  @@schema("pool")
}

model Label {
  id    Int    @id
  teams team[] @relation("TeamLabels")
  @@schema("public")
}

model Legacy {
  id Int
  @@ignore
  @@schema("pool")
}

view SeatUsage {
  teamId Int @unique
  used   BigInt
  @@map("seat_usage")
  @@schema("pool")
}
`;

/** A schema of several files that Prisma accepts. Its offsets and lines are those of each file. */
export const sampleSchema: readonly PrismaFile[] = [
  { file: "prisma/schema/config.prisma", text: config },
  { file: "prisma/schema/pool/pool.prisma", text: pool },
  { file: "prisma/schema/users.prisma", text: users },
];
