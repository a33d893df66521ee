import { StoreError } from '../errors.js'
import { type Connection, patiently } from './connection.js'
import { CORRECTION_TABLES } from './correction-tables.js'
import { FACET_TABLES } from './facet-tables.js'
import { KIND_TABLES } from './kind-tables.js'
import { PAGE_TABLES } from './page-tables.js'
import { SEARCH_TABLES } from './search-tables.js'
import { STANDING_TABLES } from './standing-tables.js'
import { TYPE_TABLES } from './type-tables.js'

/** "RAPP": marks a SQLite file as a record of Rapport's (PRAGMA application_id). */
const APPLICATION_ID = 0x52415050

/** Each entry takes the tables from the version of its position to the next; entries are never edited once released. */
export const MIGRATIONS: readonly string[] = [
  `
CREATE TABLE reports (
  seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, hash TEXT NOT NULL,
  url TEXT, source TEXT, read_at TEXT NOT NULL, mention_count INTEGER NOT NULL,
  title TEXT, text TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX reports_url ON reports (url);
CREATE INDEX reports_source ON reports (source);
CREATE TABLE revisions (
  report TEXT NOT NULL, revision INTEGER NOT NULL, read_at TEXT NOT NULL, text TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (report, revision)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE reports_text USING fts5(
  title, text, content = 'reports', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2"
);
CREATE TRIGGER reports_added AFTER INSERT ON reports BEGIN
  INSERT INTO reports_text (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
CREATE TRIGGER reports_gone AFTER DELETE ON reports BEGIN
  INSERT INTO reports_text (reports_text, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
END;
CREATE TRIGGER reports_changed AFTER UPDATE OF title, text ON reports BEGIN
  INSERT INTO reports_text (reports_text, rowid, title, text) VALUES ('delete', old.seq, old.title, old.text);
  INSERT INTO reports_text (rowid, title, text) VALUES (new.seq, new.title, new.text);
END;
CREATE TABLE mentions (
  id TEXT PRIMARY KEY, report TEXT NOT NULL, type TEXT NOT NULL, first_day TEXT, last_day TEXT,
  background INTEGER NOT NULL, aux TEXT, countries TEXT NOT NULL, reader TEXT NOT NULL, codebook TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX mentions_report ON mentions (report);
CREATE INDEX mentions_countries ON mentions (countries);
CREATE TABLE events (
  id TEXT PRIMARY KEY, type TEXT NOT NULL, first_day TEXT, last_day TEXT, background INTEGER NOT NULL,
  story TEXT, score REAL, quad INTEGER, digest TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX events_day ON events (first_day);
CREATE INDEX events_story ON events (story);
CREATE TABLE event_mentions (
  event TEXT NOT NULL, mention TEXT NOT NULL, report TEXT NOT NULL, position INTEGER NOT NULL, body TEXT,
  PRIMARY KEY (event, mention)
) WITHOUT ROWID;
CREATE INDEX event_mentions_mention ON event_mentions (mention);
CREATE INDEX event_mentions_report ON event_mentions (report);
CREATE TABLE event_countries (
  event TEXT NOT NULL, country TEXT NOT NULL, side TEXT NOT NULL, PRIMARY KEY (event, country, side)
) WITHOUT ROWID;
CREATE INDEX event_countries_country ON event_countries (country, side);
CREATE TABLE event_entities (event TEXT NOT NULL, entity TEXT NOT NULL, PRIMARY KEY (event, entity)) WITHOUT ROWID;
CREATE INDEX event_entities_entity ON event_entities (entity);
CREATE TABLE entities (id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, country TEXT, body TEXT NOT NULL);
CREATE TABLE entity_names (entity TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (entity, name)) WITHOUT ROWID;
CREATE INDEX entity_names_name ON entity_names (name);
CREATE TABLE stories (id TEXT PRIMARY KEY, title TEXT, since TEXT, body TEXT NOT NULL);
CREATE TABLE story_reports (story TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (story, report)) WITHOUT ROWID;
CREATE INDEX story_reports_report ON story_reports (report);
CREATE TABLE origins (report TEXT PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE pending (report TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE id_history (id TEXT PRIMARY KEY, kind TEXT NOT NULL, fate TEXT NOT NULL, targets TEXT NOT NULL);
`,
  // What merging finds by; a record from before it is merged once more as a whole.
  `
CREATE TABLE index_items (
  kind TEXT NOT NULL, id TEXT NOT NULL, chain TEXT, day INTEGER, keys TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (kind, id)
);
CREATE INDEX index_items_chain ON index_items (kind, chain);
CREATE TABLE index_keys (
  kind TEXT NOT NULL, key TEXT NOT NULL, day INTEGER NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, key, day, id)
) WITHOUT ROWID;
CREATE TABLE forms (
  entity TEXT NOT NULL, form TEXT NOT NULL, report TEXT NOT NULL, PRIMARY KEY (entity, form, report)
) WITHOUT ROWID;
CREATE INDEX forms_report ON forms (report);
CREATE TABLE form_bodies (form TEXT PRIMARY KEY, body TEXT NOT NULL);
ALTER TABLE events ADD COLUMN date TEXT;
INSERT OR IGNORE INTO pending SELECT id FROM reports;
`,
  PAGE_TABLES,
  CORRECTION_TABLES,
  // What people record by hand: its mention stands among the others, under the entry's id.
  `
CREATE TABLE entries (id TEXT PRIMARY KEY, added_at TEXT NOT NULL) WITHOUT ROWID;
UPDATE events SET body = json_set(body, '$.said_by_person', json('[]'));
UPDATE rejected_events SET body = json_set(body, '$.said_by_person', json('[]'));
`,
  STANDING_TABLES,
  KIND_TABLES,
  FACET_TABLES,
  TYPE_TABLES,
  SEARCH_TABLES,
]

/**
 * Brings the tables up to the newest version, in one transaction.
 * @throws StoreError when the file is another program's or made by a newer Rapport; it is left as it is.
 */
export async function migrate(connection: Connection, migrations = MIGRATIONS): Promise<void> {
  check(connection, migrations.length)
  await patiently(() => connection.exec('PRAGMA journal_mode = WAL'))
  connection.exec('PRAGMA synchronous = FULL')
  if (versionOf(connection) === migrations.length) return
  await connection.begin()
  try {
    // Another process may have done it while this one waited.
    for (const sql of migrations.slice(versionOf(connection))) connection.exec(sql)
    connection.exec(`PRAGMA application_id = ${APPLICATION_ID}`)
    connection.exec(`PRAGMA user_version = ${migrations.length}`)
    connection.exec('COMMIT')
  } catch (error) {
    connection.exec('ROLLBACK')
    throw error
  }
}

function check(connection: Connection, newest: number): void {
  const owner = connection.pragma('application_id')
  const empty = connection.pragma('schema_version') === 0
  if (owner !== APPLICATION_ID && !empty)
    throw new StoreError(
      `${connection.location} is a database of another program`,
      'give --store another file; this one is left as it is',
    )
  if (versionOf(connection) > newest)
    throw new StoreError(
      `${connection.location} was made by a newer Rapport`,
      'update Rapport, or give --store another file; this one is left as it is',
    )
}

function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version'))
}
