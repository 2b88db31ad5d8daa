import { Table, TableIndex, type MigrationInterface, type QueryRunner } from "typeorm";

export class Users1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: "users",
        columns: [
          {
            name: "id",
            type: "integer",
            isPrimary: true,
            isGenerated: true,
            generationStrategy: "increment",
          },
          { name: "email", type: "varchar", isUnique: true },
          { name: "name", type: "varchar", isNullable: true, default: "'nobody'" },
          { name: "createdAt", type: "datetime", default: "CURRENT_TIMESTAMP" },
        ],
        indices: [{ columnNames: ["name", "email"] }],
      }),
      true,
    );
    await this.makeOrders(queryRunner);
  }

  private async makeOrders(runner: QueryRunner): Promise<void> {
    const orders = new Table({
      name: "orders",
      columns: [
        { name: "id", type: "varchar", isPrimary: true },
        { name: "userId", type: "integer" },
        { name: "state", type: "varchar", length: "20" },
      ],
      foreignKeys: [
        {
          columnNames: ["userId"],
          referencedTableName: "users",
          referencedColumnNames: ["id"],
          onDelete: "CASCADE",
        },
      ],
      uniques: [{ columnNames: ["userId", "state"] }],
      checks: [{ columnNames: ["state"], expression: `"state" <> ''` }],
    });
    await runner.createTable(orders);
    await runner.createIndex("orders", new TableIndex({ columnNames: ["state"] }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable("orders");
    await queryRunner.dropTable("users", true);
  }
}
