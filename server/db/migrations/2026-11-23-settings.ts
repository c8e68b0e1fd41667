import type { Migration } from "kysely/migration";

/** What a clinic may choose, as the JSON of one schema. */
export const settings: Migration = {
  async up(db) {
    await db.schema.alterTable("clinics")
      .addColumn("settings", "text", (c) => c.notNull().defaultTo("{}")).execute();
  },
};
