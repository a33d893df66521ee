/**
 * What the pages look up, kept beside the record so that no page has to count or sort all of it.
 * Rows are written with each event (page-rows.ts); the triggers keep the counts. Events that are already there are
 * worked out anew, which fills the tables.
 */
export const PAGE_TABLES = `
CREATE INDEX stories_since ON stories (ifnull(since, ''), id);
CREATE INDEX entities_country ON entities (country, kind, id);
ALTER TABLE events ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE INDEX events_by_day ON events (day, id);
CREATE INDEX events_type_day ON events (type, day, id);
ALTER TABLE event_countries ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE INDEX event_countries_day ON event_countries (country, day, event);
ALTER TABLE event_entities ADD COLUMN day TEXT NOT NULL DEFAULT '';
CREATE INDEX event_entities_day ON event_entities (entity, day, event);

CREATE TABLE event_dyads (
  one TEXT NOT NULL, other TEXT NOT NULL, day TEXT NOT NULL, event TEXT NOT NULL, period TEXT NOT NULL,
  type TEXT NOT NULL, background INTEGER NOT NULL, direction TEXT NOT NULL, score REAL,
  PRIMARY KEY (one, other, day, event)
) WITHOUT ROWID;
CREATE INDEX event_dyads_event ON event_dyads (event);
CREATE INDEX event_dyads_type ON event_dyads (one, other, type, day, event);
CREATE TABLE dyad_months (
  one TEXT NOT NULL, other TEXT NOT NULL, period TEXT NOT NULL, type TEXT NOT NULL, background INTEGER NOT NULL,
  direction TEXT NOT NULL, events INTEGER NOT NULL, up REAL NOT NULL, down REAL NOT NULL,
  PRIMARY KEY (one, other, period, type, background, direction)
) WITHOUT ROWID;
CREATE TABLE dyads (
  one TEXT NOT NULL, other TEXT NOT NULL, events INTEGER NOT NULL, scored INTEGER NOT NULL,
  up REAL NOT NULL, down REAL NOT NULL, PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX dyads_other ON dyads (other, one);
CREATE INDEX dyads_events ON dyads (events);
CREATE TRIGGER event_dyads_added AFTER INSERT ON event_dyads BEGIN
  INSERT INTO dyad_months VALUES (new.one, new.other, new.period, new.type, new.background, new.direction, 1,
    max(ifnull(new.score, 0), 0), min(ifnull(new.score, 0), 0))
    ON CONFLICT DO UPDATE SET events = events + 1, up = up + excluded.up, down = down + excluded.down;
  INSERT INTO dyads VALUES (new.one, new.other, 1, new.score IS NOT NULL,
    max(ifnull(new.score, 0), 0), min(ifnull(new.score, 0), 0))
    ON CONFLICT DO UPDATE SET events = events + 1, scored = scored + excluded.scored, up = up + excluded.up,
      down = down + excluded.down;
END;
CREATE TRIGGER event_dyads_gone AFTER DELETE ON event_dyads BEGIN
  UPDATE dyad_months SET events = events - 1, up = up - max(ifnull(old.score, 0), 0),
    down = down - min(ifnull(old.score, 0), 0)
    WHERE one = old.one AND other = old.other AND period = old.period AND type = old.type
      AND background = old.background AND direction = old.direction;
  DELETE FROM dyad_months WHERE one = old.one AND other = old.other AND period = old.period AND events = 0;
  UPDATE dyads SET events = events - 1, scored = scored - (old.score IS NOT NULL),
    up = up - max(ifnull(old.score, 0), 0), down = down - min(ifnull(old.score, 0), 0)
    WHERE one = old.one AND other = old.other;
  DELETE FROM dyads WHERE one = old.one AND other = old.other AND events = 0;
END;

CREATE TABLE event_places (
  event TEXT NOT NULL, country TEXT NOT NULL, place TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
  PRIMARY KEY (event, country)
) WITHOUT ROWID;
CREATE TABLE country_places (
  country TEXT NOT NULL, place TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, events INTEGER NOT NULL,
  PRIMARY KEY (country, lat, lon, place)
) WITHOUT ROWID;
CREATE INDEX country_places_events ON country_places (country, events);
CREATE TRIGGER event_places_added AFTER INSERT ON event_places BEGIN
  INSERT INTO country_places VALUES (new.country, new.place, new.lat, new.lon, 1)
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER event_places_gone AFTER DELETE ON event_places BEGIN
  UPDATE country_places SET events = events - 1
    WHERE country = old.country AND lat = old.lat AND lon = old.lon AND place = old.place;
  DELETE FROM country_places
    WHERE country = old.country AND lat = old.lat AND lon = old.lon AND place = old.place AND events = 0;
END;

CREATE TABLE entity_tally (entity TEXT PRIMARY KEY, events INTEGER NOT NULL) WITHOUT ROWID;
CREATE TRIGGER event_entities_added AFTER INSERT ON event_entities BEGIN
  INSERT INTO entity_tally VALUES (new.entity, 1) ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER event_entities_gone AFTER DELETE ON event_entities BEGIN
  UPDATE entity_tally SET events = events - 1 WHERE entity = old.entity;
  DELETE FROM entity_tally WHERE entity = old.entity AND events = 0;
END;

CREATE TABLE tallies (what TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO tallies SELECT 'reports', count(*) FROM reports;
INSERT INTO tallies SELECT 'events', count(*) FROM events;
INSERT INTO tallies SELECT 'stories', count(*) FROM stories;
CREATE TRIGGER reports_counted AFTER INSERT ON reports BEGIN
  UPDATE tallies SET count = count + 1 WHERE what = 'reports'; END;
CREATE TRIGGER reports_uncounted AFTER DELETE ON reports BEGIN
  UPDATE tallies SET count = count - 1 WHERE what = 'reports'; END;
CREATE TRIGGER events_counted AFTER INSERT ON events BEGIN
  UPDATE tallies SET count = count + 1 WHERE what = 'events'; END;
CREATE TRIGGER events_uncounted AFTER DELETE ON events BEGIN
  UPDATE tallies SET count = count - 1 WHERE what = 'events'; END;
CREATE TRIGGER stories_counted AFTER INSERT ON stories BEGIN
  UPDATE tallies SET count = count + 1 WHERE what = 'stories'; END;
CREATE TRIGGER stories_uncounted AFTER DELETE ON stories BEGIN
  UPDATE tallies SET count = count - 1 WHERE what = 'stories'; END;

DROP TABLE reports_text;
CREATE VIRTUAL TABLE reports_text USING fts5(
  title, text, content = 'reports', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2", prefix = '3 4 5'
);
INSERT INTO reports_text (reports_text) VALUES ('rebuild');
CREATE TABLE event_words (
  seq INTEGER PRIMARY KEY, event TEXT NOT NULL UNIQUE, type TEXT NOT NULL, summary TEXT NOT NULL, quote TEXT, names TEXT NOT NULL
);
CREATE VIRTUAL TABLE events_text USING fts5(
  summary, quote, names, content = 'event_words', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2", prefix = '3 4 5'
);
CREATE TRIGGER event_words_added AFTER INSERT ON event_words BEGIN
  INSERT INTO events_text (rowid, summary, quote, names) VALUES (new.seq, new.summary, new.quote, new.names);
END;
CREATE TRIGGER event_words_gone AFTER DELETE ON event_words BEGIN
  INSERT INTO events_text (events_text, rowid, summary, quote, names)
    VALUES ('delete', old.seq, old.summary, old.quote, old.names);
END;

CREATE TABLE name_words (seq INTEGER PRIMARY KEY, entity TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (entity, name));
CREATE VIRTUAL TABLE names_text USING fts5(
  name, content = 'name_words', content_rowid = 'seq', tokenize = "unicode61 remove_diacritics 2", prefix = '3 4 5'
);
CREATE TRIGGER name_words_added AFTER INSERT ON name_words BEGIN
  INSERT INTO names_text (rowid, name) VALUES (new.seq, new.name);
END;
CREATE TRIGGER name_words_gone AFTER DELETE ON name_words BEGIN
  INSERT INTO names_text (names_text, rowid, name) VALUES ('delete', old.seq, old.name);
END;
INSERT INTO name_words (entity, name) SELECT entity, name FROM entity_names;
CREATE TRIGGER entity_names_added AFTER INSERT ON entity_names BEGIN
  INSERT INTO name_words (entity, name) VALUES (new.entity, new.name);
END;
CREATE TRIGGER entity_names_gone AFTER DELETE ON entity_names BEGIN
  DELETE FROM name_words WHERE entity = old.entity AND name = old.name;
END;

UPDATE events SET digest = '';
INSERT OR IGNORE INTO pending SELECT id FROM reports;
`
