import { TableColumn, TableForeignKey, type MigrationInterface, type QueryRunner } from "typeorm";

export class Changes1700000000001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns("users", [
      new TableColumn({ name: "age", type: "integer", default: 18 }),
      new TableColumn({ name: "bossId", type: "integer", isNullable: true }),
    ]);
    await queryRunner.createForeignKey(
      "users",
      new TableForeignKey({
        columnNames: ["bossId"],
        referencedColumnNames: ["id"],
        referencedTableName: "users",
      }),
    );
    await queryRunner.dropColumn("users", "createdAt");
    await queryRunner.query(`CREATE INDEX "users_age" ON "users" ("age")`);
    if (!(await queryRunner.hasTable("flags"))) {
      await queryRunner.query(`CREATE TABLE "flags" ("name" varchar PRIMARY KEY NOT NULL)`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE "flags"`);
  }
}
