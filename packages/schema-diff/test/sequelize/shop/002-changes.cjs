"use strict";

module.exports = {
  up: async (queryInterface, { DATE, TEXT }) => {
    await queryInterface.addColumn("users", "bio", { type: TEXT, allowNull: true });
    await Promise.all(
      ["removedAt", "seenAt"].map((column) =>
        queryInterface.addColumn("users", column, { type: DATE }),
      ),
    );
    await queryInterface.addIndex("users", ["seenAt"], { unique: true, name: "users_seen" });
    await queryInterface.sequelize.query('CREATE INDEX "users_bio" ON "users" ("bio")');
    await queryInterface.renameTable("orders", "purchases");
  },
  down: (queryInterface) => queryInterface.removeColumn("users", "bio"),
};
