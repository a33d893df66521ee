/**
 * What an entity or a state did of one type, and the most active people of a state, each found by an index: going
 * through all that a state did, or through all its people, took time that grew with the record. Types are copied from a
 * small table in the order of the rows: the events themselves are large and lie in another.
 */
export const TYPE_TABLES = `
ALTER TABLE event_countries ADD COLUMN type TEXT NOT NULL DEFAULT '';
ALTER TABLE event_entities ADD COLUMN type TEXT NOT NULL DEFAULT '';
CREATE TEMP TABLE types (id TEXT PRIMARY KEY, type TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO types SELECT id, type FROM events ORDER BY id;
UPDATE event_countries SET type = ifnull((SELECT types.type FROM types WHERE id = event), '');
UPDATE event_entities SET type = ifnull((SELECT types.type FROM types WHERE id = event), '');
DROP TABLE types;
CREATE INDEX event_countries_type ON event_countries (country, type, day, event);
CREATE INDEX event_entities_type ON event_entities (entity, type, day, event);

ALTER TABLE entity_tally ADD COLUMN country TEXT;
UPDATE entity_tally SET country = (SELECT country FROM entities WHERE id = entity AND kind != 'state');
CREATE INDEX entity_tally_country ON entity_tally (country, events DESC, entity);
DROP TRIGGER event_entities_added;
CREATE TRIGGER event_entities_added AFTER INSERT ON event_entities BEGIN
  INSERT INTO entity_tally (entity, events, country)
    VALUES (new.entity, 1, (SELECT country FROM entities WHERE id = new.entity AND kind != 'state'))
    ON CONFLICT DO UPDATE SET events = events + 1;
END;
CREATE TRIGGER entities_tallied AFTER INSERT ON entities BEGIN
  UPDATE entity_tally SET country = iif(new.kind = 'state', NULL, new.country) WHERE entity = new.id;
END;
`
