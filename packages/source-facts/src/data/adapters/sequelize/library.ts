export const library = "sequelize";
export const packages = ["sequelize", "sequelize-typescript", "@sequelize/core"] as const;

/** What tests try out says nothing of the application. */
export const ofTests = /(?:^|\/)(?:__tests__|tests?|e2e|spec)\/|[.-](?:spec|test)\.\w+$/u;
