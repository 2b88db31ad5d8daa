exports.up = (pgm) => pgm.dropTable("users");
