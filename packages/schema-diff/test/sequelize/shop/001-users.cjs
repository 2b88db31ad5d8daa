"use strict";

module.exports = {
  async up(queryInterface, Sequelize) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        "users",
        {
          id: { type: Sequelize.INTEGER, primaryKey: true, autoIncrement: true, allowNull: false },
          email: { type: Sequelize.STRING(320), allowNull: false, unique: true },
          name: Sequelize.STRING,
          active: { type: Sequelize.BOOLEAN, allowNull: false, defaultValue: true },
          credit: { type: Sequelize.DECIMAL(10, 2), defaultValue: 0 },
          createdAt: { type: Sequelize.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.createTable(
        "orders",
        {
          id: { type: Sequelize.UUID, primaryKey: true, defaultValue: Sequelize.UUIDV4 },
          userId: {
            type: Sequelize.INTEGER,
            references: { model: "users", key: "id" },
            onDelete: "CASCADE",
          },
          state: { type: Sequelize.ENUM("open", "paid"), defaultValue: "open" },
          lines: Sequelize.JSON,
        },
        { transaction },
      );
      await queryInterface.addIndex("orders", ["userId", "state"], { transaction });
    });
  },
  async down(queryInterface) {
    await queryInterface.dropTable("orders");
    await queryInterface.dropTable("users");
  },
};
