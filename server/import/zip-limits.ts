const MIB = 1024 * 1024;

/** What an archive may ask of its reader. */
export const ZIP_LIMITS = {
  entries: 100_000,
  directoryBytes: 64 * MIB,
  /** One entry: this many times its stored bytes, but at least and at most so many bytes. */
  entry: { ratio: 100, least: 256 * MIB, most: 2048 * MIB },
  /** All entries together. */
  total: { ratio: 100, least: 4096 * MIB },
} as const;
