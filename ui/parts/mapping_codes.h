// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of a file being mapped, with how many rows have each, and what each means; and what is
// true of every row where no column tells it.
#pragma once

#include "casework/mapping_desk.h"

#include <QScrollArea>

QT_BEGIN_NAMESPACE
class QComboBox;
class QFormLayout;
QT_END_NAMESPACE

namespace ui::parts {

class MappingCodes : public QScrollArea {
    Q_OBJECT

public:
    explicit MappingCodes(QWidget* parent);

    // The desk must outlive the next show(). Returns how many choices there are.
    int show(casework::MappingDesk& desk);

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QComboBox* choices(const std::string& target,
                                     const QString& none,
                                     const std::string& chosen);
    void addCodes(std::size_t column);
    void addConstant(const records::DraftConstant& constant);

    casework::MappingDesk* m_desk = nullptr;
    QWidget* m_inside = nullptr;
    QFormLayout* m_form = nullptr;
    int m_count = 0;
};

}  // namespace ui::parts
