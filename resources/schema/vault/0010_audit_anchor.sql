-- SPDX-License-Identifier: GPL-3.0-or-later
-- Where the audit log stood when the vault was last changed, so that an older log put in its place is
-- noticed.
CREATE TABLE audit_anchor (
    id    INTEGER PRIMARY KEY,
    event BIGINT  NOT NULL,
    hash  TEXT    NOT NULL
);

INSERT INTO audit_anchor (id, event, hash) VALUES (1, 0, '');
