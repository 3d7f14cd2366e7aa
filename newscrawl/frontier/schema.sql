-- One row for every article page ever seen, whatever became of it.
CREATE TABLE page (
    number        INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE,  -- identity of the article: the record's id
    scope         TEXT NOT NULL,         -- the spider that looks after it: the last one to offer it
    site          TEXT NOT NULL,
    url           TEXT NOT NULL,
    state         TEXT NOT NULL,         -- due leased waiting done dropped gone failed moved
    published     REAL NOT NULL,         -- as a listing dates it; at the latest then, if none does
    dated         INTEGER NOT NULL,      -- whether a listing, its address or its page dated it
    due_at        REAL,                  -- waiting: next attempt; done: next re-check
    run           INTEGER,               -- leased: to which run
    attempts      INTEGER NOT NULL DEFAULT 0,  -- failures in a row
    reason        TEXT,                  -- last error, or why it was dropped
    evidence      TEXT NOT NULL,         -- what the listing said, as JSON
    moved_to      TEXT,                  -- key of the article that the page turned out to be
    revision      INTEGER NOT NULL DEFAULT 0,  -- records written
    content_hash  TEXT,
    title_hash    TEXT,
    histogram     BLOB,                  -- of the words of the last record
    etag          TEXT,
    last_modified TEXT,
    first_seen    REAL NOT NULL,
    checked_at    REAL,                  -- last answer of the site
    saved_at      REAL,                  -- last record
    unchanged     INTEGER NOT NULL DEFAULT 0   -- re-checks in a row that changed nothing
);
CREATE INDEX page_due ON page (scope, site, dated, published) WHERE state = 'due';
CREATE INDEX page_wake ON page (scope, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX page_leased ON page (run, site) WHERE state = 'leased';
CREATE INDEX page_text ON page (content_hash) WHERE content_hash IS NOT NULL;

-- The articles that were saved first in the last months, in that order, to tell copies by.
CREATE TABLE sketch (
    place         INTEGER PRIMARY KEY,
    key           TEXT NOT NULL UNIQUE,
    bins          BLOB NOT NULL          -- of the last record's text; empty if that is short
);
CREATE TABLE band (
    value         INTEGER NOT NULL,      -- digest of eight bins: equal for texts worth comparing
    place         INTEGER NOT NULL,
    PRIMARY KEY (value, place)
) WITHOUT ROWID;

-- Feeds, sitemaps, sections, pages of lists, archive days.
CREATE TABLE listing (
    scope         TEXT NOT NULL,
    url           TEXT NOT NULL,
    site          TEXT NOT NULL,
    method        TEXT NOT NULL,
    found_on      TEXT,
    once          INTEGER NOT NULL,      -- read once: the second page of a list, a day of an archive
    due_at        REAL,                  -- null: read, and not to be read again
    interval      REAL NOT NULL,         -- seconds between two polls
    polled_at     REAL,
    changed_at    REAL,                  -- last change, by the index that names it
    news_at       REAL,                  -- last poll but the first that brought a new entry
    etag          TEXT,
    last_modified TEXT,
    body_hash     TEXT,
    entries       INTEGER NOT NULL DEFAULT 0,  -- most that a poll gave
    new_entries   INTEGER NOT NULL DEFAULT 0,
    attempts      INTEGER NOT NULL DEFAULT 0,
    error         TEXT,
    PRIMARY KEY (scope, url)
) WITHOUT ROWID;
CREATE INDEX listing_due ON listing (scope, due_at) WHERE due_at IS NOT NULL;

-- Sites that asked for a pause (Retry-After, 429).
CREATE TABLE pause (
    site          TEXT PRIMARY KEY,
    until         REAL NOT NULL
) WITHOUT ROWID;

-- What was learned about a scope: found entry points, the shape of its addresses.
CREATE TABLE note (
    scope         TEXT NOT NULL,
    name          TEXT NOT NULL,
    value         TEXT NOT NULL,         -- JSON
    noted_at      REAL NOT NULL,
    PRIMARY KEY (scope, name)
) WITHOUT ROWID;

CREATE TABLE run (
    number        INTEGER PRIMARY KEY,
    id            TEXT NOT NULL,
    scope         TEXT NOT NULL,
    pid           INTEGER NOT NULL,
    started_at    REAL NOT NULL,
    finished_at   REAL,
    reason        TEXT
);

-- What a reader may rely on: committed files, below the output folder, with slashes.
CREATE TABLE output_file (
    path          TEXT PRIMARY KEY,
    length        INTEGER NOT NULL,      -- committed bytes
    records       INTEGER NOT NULL,      -- committed lines
    taken         INTEGER NOT NULL DEFAULT 0   -- lines of earlier files of this name that were taken away
) WITHOUT ROWID;
