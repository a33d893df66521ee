/**
 * Kinds of events in the tables of dyads, and what others do to both states, listed apart. Events are worked out anew,
 * which fills the tables.
 */
export const KIND_TABLES = `
DROP TABLE event_dyads;
DROP TABLE dyad_months;
DELETE FROM dyads;
CREATE TABLE event_dyads (
  one TEXT NOT NULL, other TEXT NOT NULL, day TEXT NOT NULL, event TEXT NOT NULL, period TEXT NOT NULL,
  type TEXT NOT NULL, kind TEXT NOT NULL, background INTEGER NOT NULL, direction TEXT NOT NULL, score REAL,
  PRIMARY KEY (one, other, day, event)
) WITHOUT ROWID;
CREATE INDEX event_dyads_event ON event_dyads (event);
CREATE INDEX event_dyads_type ON event_dyads (one, other, type, day, event);
CREATE INDEX event_dyads_kind ON event_dyads (one, other, kind, day, event);
CREATE INDEX event_dyads_apart ON event_dyads (one, other, direction, day, event);
CREATE TABLE dyad_months (
  one TEXT NOT NULL, other TEXT NOT NULL, period TEXT NOT NULL, type TEXT NOT NULL, kind TEXT NOT NULL,
  background INTEGER NOT NULL, direction TEXT NOT NULL, events INTEGER NOT NULL, up REAL NOT NULL, down REAL NOT NULL,
  PRIMARY KEY (one, other, period, type, kind, background, direction)
) WITHOUT ROWID;
CREATE TRIGGER event_dyads_added AFTER INSERT ON event_dyads BEGIN
  INSERT INTO dyad_months VALUES (new.one, new.other, new.period, new.type, new.kind, new.background, new.direction, 1,
    max(ifnull(new.score, 0), 0), min(ifnull(new.score, 0), 0))
    ON CONFLICT DO UPDATE SET events = events + 1, up = up + excluded.up, down = down + excluded.down;
  INSERT INTO dyads SELECT new.one, new.other, 1, new.score IS NOT NULL,
    max(ifnull(new.score, 0), 0), min(ifnull(new.score, 0), 0) WHERE new.direction != 'onto'
    ON CONFLICT DO UPDATE SET events = events + 1, scored = scored + excluded.scored, up = up + excluded.up,
      down = down + excluded.down;
END;
CREATE TRIGGER event_dyads_gone AFTER DELETE ON event_dyads BEGIN
  UPDATE dyad_months SET events = events - 1, up = up - max(ifnull(old.score, 0), 0),
    down = down - min(ifnull(old.score, 0), 0)
    WHERE one = old.one AND other = old.other AND period = old.period AND type = old.type AND kind = old.kind
      AND background = old.background AND direction = old.direction;
  DELETE FROM dyad_months WHERE one = old.one AND other = old.other AND period = old.period AND events = 0;
  UPDATE dyads SET events = events - 1, scored = scored - (old.score IS NOT NULL),
    up = up - max(ifnull(old.score, 0), 0), down = down - min(ifnull(old.score, 0), 0)
    WHERE one = old.one AND other = old.other AND old.direction != 'onto';
  DELETE FROM dyads WHERE one = old.one AND other = old.other AND events = 0;
END;
UPDATE events SET digest = '';
INSERT OR IGNORE INTO pending SELECT id FROM reports UNION SELECT id FROM entries;
`
