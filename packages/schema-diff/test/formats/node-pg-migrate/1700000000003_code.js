export const up = (pgm) => pgm.dropTable("users");
