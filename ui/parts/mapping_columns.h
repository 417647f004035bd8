// SPDX-License-Identifier: GPL-3.0-or-later
// Every column of a file being mapped: what its values look like, which column of ours it fills,
// how its dates are written, and why that was proposed. One line a column, each with its choices.
#pragma once

#include "casework/mapping_desk.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QComboBox;
class QGridLayout;
class QLabel;
QT_END_NAMESPACE

namespace ui::parts {

class MappingColumns : public QScrollArea {
    Q_OBJECT

public:
    explicit MappingColumns(QWidget* parent);

    // The desk must outlive the next show().
    void show(casework::MappingDesk& desk);

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QComboBox* target = nullptr;
        QLabel* datesOf = nullptr;
        QComboBox* dates = nullptr;
        QLabel* reason = nullptr;
    };

    void addLine(int column);
    void fillDates(int column);
    void retarget(int column);

    casework::MappingDesk* m_desk = nullptr;
    QWidget* m_inside = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<Line> m_lines;
};

}  // namespace ui::parts
