// SPDX-License-Identifier: GPL-3.0-or-later
// Mapping one file: its first rows, what each column fills, what its codes mean, and a trial run,
// as four pages of one form; then it is put forward. Shows and asks only: who holds the form looks,
// tries and saves.
#pragma once

#include "casework/mapping_desk.h"
#include "casework/mappings.h"
#include "ui/models/columns.h"

#include <QVariant>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::widgets {
class Chips;
class Pages;
class Table;
}  // namespace ui::widgets

namespace ui::parts {

class MappingCodes;
class MappingColumns;

class MappingForm : public QWidget {
    Q_OBJECT

public:
    explicit MappingForm(QWidget* parent);

    void show(std::shared_ptr<casework::MappingDesk> desk);
    void showTrial(const casework::MappingTrial& trial);

    [[nodiscard]] const std::shared_ptr<casework::MappingDesk>& desk() const { return m_desk; }

    // The trial of the mapping as it stands; none after a change.
    [[nodiscard]] const std::optional<casework::MappingTrial>& trial() const { return m_trial; }

    // What was chosen by hand, to be put back on a desk of the same file.
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void tryWanted();
    void saveWanted();
    void closed();

private:
    void buildHead(QVBoxLayout* all);
    void buildPages(QVBoxLayout* all);
    void buildButtons(QVBoxLayout* all);
    [[nodiscard]] QWidget* trialPage();
    void fillHead();
    void fillRows();
    void describe();
    void noteChange();

    std::shared_ptr<casework::MappingDesk> m_desk;
    std::optional<casework::MappingTrial> m_trial;
    QLabel* m_summary = nullptr;
    QLabel* m_changes = nullptr;
    QComboBox* m_type = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_version = nullptr;
    QLineEdit* m_description = nullptr;
    widgets::Chips* m_chips = nullptr;
    widgets::Pages* m_pages = nullptr;
    MappingColumns* m_columns = nullptr;
    MappingCodes* m_codes = nullptr;
    widgets::Table* m_rows = nullptr;
    QLabel* m_counts = nullptr;
    models::IssueRows* m_issues = nullptr;
    QPushButton* m_save = nullptr;
};

}  // namespace ui::parts
