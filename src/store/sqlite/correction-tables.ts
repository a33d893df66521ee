/** The log of what persons corrected, and the events that they rejected. */
export const CORRECTION_TABLES = `
CREATE TABLE corrections (seq INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
CREATE TRIGGER corrections_stay BEFORE DELETE ON corrections BEGIN
  SELECT RAISE(ABORT, 'the log of corrections is only added to');
END;
CREATE TRIGGER corrections_stand BEFORE UPDATE ON corrections BEGIN
  SELECT RAISE(ABORT, 'the log of corrections is only added to');
END;
CREATE TABLE correction_parts (part TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (part, seq)) WITHOUT ROWID;
CREATE TABLE rejected_events (id TEXT PRIMARY KEY, digest TEXT NOT NULL, body TEXT NOT NULL) WITHOUT ROWID;
UPDATE events SET digest = '', body = json_set(body, '$.corrections', json('[]'));
`
