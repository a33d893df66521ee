/**
 * What lists of reports and stories are filtered by: each value of a report, and of a story's reports, is a row in the
 * order of the list. "" is the facet that all have. How many reports have a value is counted by triggers.
 */
export const FACET_TABLES = `
CREATE TABLE report_facets (
  facet TEXT NOT NULL, value TEXT NOT NULL, day TEXT NOT NULL, seq INTEGER NOT NULL,
  PRIMARY KEY (facet, value, day, seq)
) WITHOUT ROWID;
CREATE INDEX report_facets_report ON report_facets (seq, facet, value);
CREATE TABLE story_facets (
  facet TEXT NOT NULL, value TEXT NOT NULL, day TEXT NOT NULL, story TEXT NOT NULL,
  PRIMARY KEY (facet, value, day, story)
) WITHOUT ROWID;
CREATE INDEX story_facets_story ON story_facets (story, facet, value);
CREATE TABLE facet_tally (
  facet TEXT NOT NULL, value TEXT NOT NULL, reports INTEGER NOT NULL, PRIMARY KEY (facet, value)
) WITHOUT ROWID;
CREATE INDEX facet_tally_reports ON facet_tally (facet, reports);
CREATE TRIGGER report_facets_added AFTER INSERT ON report_facets BEGIN
  INSERT INTO facet_tally VALUES (new.facet, new.value, 1) ON CONFLICT DO UPDATE SET reports = reports + 1;
END;
CREATE TRIGGER report_facets_gone AFTER DELETE ON report_facets BEGIN
  UPDATE facet_tally SET reports = reports - 1 WHERE facet = old.facet AND value = old.value;
  DELETE FROM facet_tally WHERE facet = old.facet AND value = old.value AND reports = 0;
END;
CREATE TEMP TABLE listed AS
  SELECT seq, id, standing, ifnull(substr(json_extract(body, '$.published.value'), 1, 10), '') AS day,
    ifnull(json_extract(body, '$.outlet.value'), json_extract(body, '$.press.name')) AS outlet,
    json_extract(body, '$.press.country') AS country, json_extract(body, '$.press.control') AS control
  FROM reports;
INSERT INTO report_facets SELECT '', '', day, seq FROM listed;
INSERT INTO report_facets SELECT 'standing', standing, day, seq FROM listed;
INSERT INTO report_facets SELECT 'outlet', outlet, day, seq FROM listed WHERE outlet IS NOT NULL;
INSERT INTO report_facets SELECT 'country', country, day, seq FROM listed WHERE country IS NOT NULL;
INSERT INTO report_facets SELECT 'control', control, day, seq FROM listed WHERE control IS NOT NULL;
INSERT OR IGNORE INTO report_facets SELECT 'state', state.value, day, seq
  FROM listed JOIN mentions ON mentions.report = listed.id,
    json_each('["' || replace(countries, '+', '","') || '"]') AS state WHERE countries != '';
DROP TABLE listed;
INSERT INTO story_facets SELECT DISTINCT facet, value, ifnull(since, ''), story FROM story_reports
  JOIN stories ON stories.id = story JOIN reports ON reports.id = report
  JOIN report_facets ON report_facets.seq = reports.seq;
`
