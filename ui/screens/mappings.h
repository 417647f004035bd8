// SPDX-License-Identifier: GPL-3.0-or-later
// The mappings kept under agreements: a new layout is mapped here from its file, another person
// signs it off, and each can be read as it is kept.
#pragma once

#include "casework/deliveries.h"
#include "casework/mappings.h"
#include "ui/models/columns.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QComboBox;
class QFrame;
class QLabel;
class QPlainTextEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::parts {
class MappingForm;
}

namespace ui::widgets {
class Card;
class Pages;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Mappings : public shell::Screen {
    Q_OBJECT

public:
    Mappings(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;
    [[nodiscard]] QVariantMap draft() const override;
    void restore(const QVariantMap& draft) override;

private:
    [[nodiscard]] QWidget* listPage();
    void buildStart();
    void refresh();
    void showMapping(int row);
    void signOff();
    void chooseFile();
    bool askAgreement(const QString& file);
    void look(const QVariantMap& draft);
    void attempt();
    void save();
    void showList();

    QVariantMap m_pending;  // a draft whose file is being looked at
    QString m_file;
    QFrame* m_start = nullptr;
    QLabel* m_question = nullptr;
    QComboBox* m_agreement = nullptr;
    widgets::Pages* m_pages = nullptr;
    models::MappingRows* m_rows = nullptr;
    widgets::Table* m_table = nullptr;
    widgets::Card* m_card = nullptr;
    QPlainTextEdit* m_toml = nullptr;
    QPushButton* m_signOff = nullptr;
    parts::MappingForm* m_form = nullptr;
};

}  // namespace ui::screens
