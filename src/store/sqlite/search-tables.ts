/**
 * What a search for events is filtered by stands beside its words: looking into the events themselves, which are large,
 * would take a search longer than finding the words. Copied in the order of the rows.
 */
export const SEARCH_TABLES = `
ALTER TABLE event_words ADD COLUMN day TEXT NOT NULL DEFAULT '';
ALTER TABLE event_words ADD COLUMN background INTEGER NOT NULL DEFAULT 0;
CREATE TEMP TABLE told (id TEXT PRIMARY KEY, day TEXT NOT NULL, background INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO told SELECT id, day, background FROM events ORDER BY id;
UPDATE event_words SET (day, background) = (SELECT day, background FROM told WHERE id = event)
  WHERE event IN (SELECT id FROM told);
DROP TABLE told;
`
