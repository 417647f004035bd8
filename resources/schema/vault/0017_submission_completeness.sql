-- SPDX-License-Identifier: GPL-3.0-or-later
-- For each field of a submission how many of its people it applies to and how many have a value in
-- it; none for those prepared before this was kept.
CREATE TABLE submission_completeness (
    submission_id INTEGER PRIMARY KEY REFERENCES submissions (id),
    counts        BYTEA   NOT NULL
);
