// SPDX-License-Identifier: GPL-3.0-or-later
// The vault in counts: which criteria come together, the way from screened to supported, what
// partners have told us, consent. Every drawing is also a table; no family is named.
#pragma once

#include "casework/overview.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QScrollArea;
QT_END_NAMESPACE

namespace ui::widgets {
class Bars;
class Card;
class DrawingCard;
class Table;
class UpSet;
}  // namespace ui::widgets

namespace ui::screens {

class Overview : public shell::Screen {
    Q_OBJECT

public:
    Overview(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    using PartnerRows = models::RowsModel<casework::PartnerStanding>;

    void build();
    [[nodiscard]] QWidget* page();
    void show(const casework::Overview& overview);
    void readCompleteness();
    void showCompleteness(const casework::Completeness& all);
    void arrangeColumns();

    QScrollArea* m_scroll;
    QBoxLayout* m_columns;
    widgets::UpSet* m_together;
    widgets::DrawingCard* m_togetherCard;
    widgets::Bars* m_way;
    widgets::Bars* m_consent;
    widgets::DrawingCard* m_consentCard;
    widgets::Card* m_partnerCard;
    widgets::Table* m_partners;
    PartnerRows* m_partnerRows;
};

}  // namespace ui::screens
