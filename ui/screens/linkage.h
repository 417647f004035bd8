// SPDX-License-Identifier: GPL-3.0-or-later
// How records are linked, to be seen: how right the links are, how the last run went, what the
// model believes, and what answers would teach it. Every drawing is also a table; nobody is named.
#pragma once

#include "casework/link_model.h"
#include "casework/pair_sample.h"
#include "ui/models/rows_model.h"
#include "ui/shell/screen.h"

#include <optional>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QScrollArea;
QT_END_NAMESPACE

namespace ui::widgets {
class Bars;
class Card;
class DrawingCard;
class Histogram;
class SignedBars;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Linkage : public shell::Screen {
    Q_OBJECT

public:
    Linkage(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;

private:
    [[nodiscard]] QWidget* page();
    [[nodiscard]] widgets::Card* accuracyCard(QWidget* page);
    [[nodiscard]] widgets::Card* relearnCard(QWidget* page);
    void showAccuracy(const std::optional<casework::AccuracyView>& view);
    void showRun(const std::optional<casework::RunView>& run);
    void showModel(const std::optional<casework::ModelView>& model);
    void draw();
    void relearn();
    void showRelearnt(casework::RelearntModel learnt);
    void adopt();

    QScrollArea* m_scroll;
    QLabel* m_accuracyWords;
    QPushButton* m_check;
    widgets::Histogram* m_weights;
    widgets::DrawingCard* m_weightsCard;
    widgets::Bars* m_rules;
    widgets::DrawingCard* m_rulesCard;
    widgets::SignedBars* m_model;
    widgets::DrawingCard* m_modelCard;
    widgets::Card* m_relearnCard;
    widgets::Table* m_changes;
    models::RowsModel<casework::RelearntLevel>* m_changeRows;
    std::optional<casework::RelearntModel> m_learnt;
};

}  // namespace ui::screens
