// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/criteria_board.h"

#include "ui/models/outcome.h"
#include "ui/models/words.h"
#include "ui/widgets/accessible_roles.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/mark.h"
#include "ui/widgets/theme.h"

#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::parts {

using widgets::space;

namespace {

QString stateLine(const casework::CriterionView& criterion) {
    const QString word = models::outcomeWord(criterion.outcome);
    return criterion.whose.empty()
               ? word
               : QStringLiteral("%1 \u00b7 %2").arg(word, models::text(criterion.whose));
}

// One partner by name, several by number with the day up to which all of them have told.
QString heardLine(const std::vector<casework::HeardView>& heard) {
    if (heard.empty())
        return {};
    if (heard.size() == 1)
        return CriteriaBoard::tr("heard from %1 to %2")
            .arg(models::text(heard.front().agency), models::day(heard.front().to));
    const auto earliest =
        std::ranges::min_element(heard, {}, [](const auto& each) { return each.to; });
    return CriteriaBoard::tr("heard from %1 partners to %2")
        .arg(QString::number(heard.size()), models::day(earliest->to));
}

QString detailLine(const casework::CriterionView& criterion) {
    if (criterion.outcome == records::Outcome::unknown && !criterion.why.empty())
        return models::text(criterion.why);
    QStringList lines;
    if (criterion.newest)
        lines << CriteriaBoard::tr("newest %1").arg(models::day(criterion.newest));
    if (criterion.outcome == records::Outcome::notMet)
        lines << heardLine(criterion.heard);
    if (lines.isEmpty())
        lines << models::text(criterion.why);
    lines.removeAll(QString());
    return lines.join(QChar::LineFeed);
}

}  // namespace

CriterionTile::CriterionTile(const casework::CriterionView& criterion, QWidget* parent)
    : QAbstractButton(parent), m_number(criterion.number) {
    widgets::makeChoice(this);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setObjectName(QStringLiteral("criterion-%1").arg(m_number));
    setAccessibleName(
        CriteriaBoard::tr("Criterion %1, %2: %3. %4")
            .arg(QString::number(m_number),
                 models::text(criterion.heading),
                 stateLine(criterion),
                 detailLine(criterion).replace(QChar::LineFeed, QLatin1String(", "))));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space(3), space(3), space(3), space(3));
    column->setSpacing(space(1));
    auto* top = new QHBoxLayout;
    top->setSpacing(space(2));
    top->addWidget(new widgets::MarkWidget({m_number, models::markOf(criterion.outcome)}, this),
                   0,
                   Qt::AlignTop);
    QLabel* heading = widgets::label(models::text(criterion.heading), "strong", this);
    heading->setWordWrap(true);
    top->addWidget(heading, 1);
    QLabel* state = widgets::label(stateLine(criterion), "strong", this);
    state->setWordWrap(true);
    QLabel* detail = widgets::label(detailLine(criterion), "small", this);
    detail->setWordWrap(true);
    column->addLayout(top);
    column->addWidget(state);
    column->addWidget(detail);
    column->addStretch(1);
    for (QLabel* each : findChildren<QLabel*>())
        each->setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize CriterionTile::sizeHint() const {
    return layout()->sizeHint();
}

int CriterionTile::heightForWidth(int width) const {
    return layout()->heightForWidth(width);
}

void CriterionTile::paintEvent(QPaintEvent* /*event*/) {
    const widgets::Colours& c = widgets::colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = isChecked() || hasFocus();
    const double width = strong ? 2 : 1;
    painter.setPen(QPen(!strong ? c.line : hasFocus() && isChecked() ? c.ink : c.action, width));
    painter.setBrush(isChecked() ? c.selected : underMouse() ? c.raised : c.surface);
    const double inset = width / 2;
    const QRectF box = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.drawRoundedRect(box, space(2), space(2));
}

CriteriaBoard::CriteriaBoard(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("The six criteria"));
    auto* flow = new widgets::FlowLayout(this, true);
    flow->setColumnWidth(QFontMetrics(widgets::fontOf(widgets::Type::body)).averageCharWidth() *
                         17);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CriteriaBoard::show(const std::vector<casework::CriterionView>& criteria, int chosen) {
    widgets::clear(layout());
    m_tiles.clear();
    for (const casework::CriterionView& criterion : criteria) {
        auto* tile = new CriterionTile(criterion, this);
        tile->setChecked(criterion.number == chosen);
        m_tiles.append(tile);
        layout()->addWidget(tile);
        tile->show();  // now, so that it can take the focus
        connect(tile, &QAbstractButton::clicked, this, [this, tile] { choose(tile->number()); });
    }
    updateGeometry();
}

int CriteriaBoard::chosen() const {
    for (const CriterionTile* tile : m_tiles)
        if (tile->isChecked())
            return tile->number();
    return 0;
}

void CriteriaBoard::focusChosen() {
    for (CriterionTile* tile : m_tiles)
        if (tile->isChecked())
            tile->setFocus();
}

void CriteriaBoard::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Right:
            focusNextChild();
            return;
        case Qt::Key_Left:
            focusPreviousChild();
            return;
        default:
            break;
    }
    const int number = event->key() - Qt::Key_0;
    if (number >= 1 && number <= m_tiles.size())
        choose(number);
    else
        QWidget::keyPressEvent(event);
}

void CriteriaBoard::choose(int number) {
    for (CriterionTile* tile : m_tiles) {
        tile->setChecked(tile->number() == number);
        tile->update();
    }
    Q_EMIT chose(number);
}

}  // namespace ui::parts
