-- SPDX-License-Identifier: GPL-3.0-or-later
-- A row says that this is a vault to learn on: everyone in it is made up. Set before anything is
-- received.
CREATE TABLE training_marks (
    id        INTEGER PRIMARY KEY,
    marked_at TEXT NOT NULL
);
