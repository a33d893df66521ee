/**
 * How reports stand: marks, which are only ever added; what is held back; and on each report in the record whether it
 * counts. All events are worked out anew, so that they name the outlets of their reports.
 */
export const STANDING_TABLES = `
CREATE TABLE marks (
  seq INTEGER PRIMARY KEY, report TEXT NOT NULL, standing TEXT NOT NULL, until TEXT, reason TEXT NOT NULL,
  who TEXT NOT NULL, at TEXT NOT NULL
);
CREATE INDEX marks_report ON marks (report, seq);
CREATE TRIGGER marks_kept BEFORE UPDATE ON marks BEGIN SELECT raise(ABORT, 'marks are never changed'); END;
CREATE TRIGGER marks_stay BEFORE DELETE ON marks BEGIN SELECT raise(ABORT, 'marks are never deleted'); END;
CREATE TABLE held (
  report TEXT PRIMARY KEY, hash TEXT NOT NULL, url TEXT, source TEXT, until TEXT, body TEXT NOT NULL
);
CREATE INDEX held_url ON held (url);
CREATE INDEX held_source ON held (source);
ALTER TABLE reports ADD COLUMN standing TEXT NOT NULL DEFAULT 'live';
CREATE INDEX reports_withdrawn ON reports (id) WHERE standing = 'withdrawn';
UPDATE events SET digest = '';
INSERT OR IGNORE INTO pending SELECT id FROM reports;
`
