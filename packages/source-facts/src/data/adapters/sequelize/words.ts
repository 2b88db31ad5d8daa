/** Methods of models that are called like those of everything: they count on what begins with a capital. */
const common =
  "create|count|sum|min|max|update|destroy|increment|decrement|upsert|truncate|restore";

/** What a file with statements or models holds. */
export const sequelizeWords = [
  String.raw`\b[sS]equelize\b|@Table\b|\bqueryInterface\b`,
  String.raw`\b(?:findAll|findOne|findByPk|findAndCountAll|findOrCreate|findOrBuild|findCreateFind|bulkCreate|unscoped)\b`,
  String.raw`\b(?!Math\b|Object\b)[A-Z]\w*\s*(?:\.\s*(?:un)?scope[d]?\s*\([^)]*\)\s*)?\.\s*(?:${common}|scope)\s*[(<]`,
  String.raw`\.\s*(?:save|destroy|reload|restore|increment|decrement|\$(?:get|set|add|remove|create|count|has))\s*[(<]`,
  String.raw`\.\s*update\s*\(\s*\{`,
  String.raw`\bawait\s+(?:this\.)?\w+\s*\.\s*(?:get|set|add|create|remove|count|has)[A-Z]\w*\s*\(`,
].join("|");
