/** TypeORM's name in facts, and its packages. */
export const library = "typeorm";
export const packages = ["typeorm"] as const;
