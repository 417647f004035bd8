// SPDX-License-Identifier: GPL-3.0-or-later
// Two records side by side, field by field, with what differs marked letter by letter. To be looked
// at here: nothing of it can be copied.
#pragma once

#include "casework/linking.h"
#include "ui/models/differences.h"
#include "ui/models/rows_model.h"
#include "ui/widgets/table.h"

namespace ui::parts {

// One line of the comparison.
struct ComparedField {
    QString label;
    QString left;
    QString right;
    QString compared;
    models::Differences differences;
};

[[nodiscard]] QString answerWords(records::PairAnswer answer);

class PairComparison : public widgets::Table {
    Q_OBJECT

public:
    explicit PairComparison(QWidget* parent);

    void showPair(const casework::PairSide& left, const casework::PairSide& right);

private:
    models::RowsModel<ComparedField>* m_fields;
};

}  // namespace ui::parts
