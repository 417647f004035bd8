// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/family_map.h"

#include "records/family.h"
#include "ui/models/words.h"
#include "ui/widgets/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace ui::parts {

using widgets::colours;
using widgets::fontOf;
using widgets::space;
using widgets::Type;

namespace {

double side() {
    return QFontMetrics(fontOf(Type::body)).height() * 1.6;
}

QString shortName(const std::string& name) {
    const QString all = models::text(name);
    const QString forename =
        all.section(QStringLiteral(", "), 1, 1).section(QLatin1Char(' '), 0, 0);
    return forename.isEmpty() ? all : forename;
}

double wordsWidth(double cell) {
    return cell - space(2);
}

double wrapped(const QFont& font, const QString& words, double width) {
    if (words.isEmpty())
        return 0;
    return QFontMetricsF(font)
        .boundingRect(QRectF(0, 0, width, 0), Qt::TextWordWrap | Qt::AlignHCenter, words)
        .height();
}

}  // namespace

FamilyMap::FamilyMap(QWidget* parent) : Drawing(tr("Family map"), parent) {}

void FamilyMap::show(const std::vector<casework::MemberView>& members) {
    m_nodes.clear();
    for (const casework::MemberView& member : members) {
        Node node;
        node.name = shortName(member.name);
        node.words = tr("%1, %2").arg(models::text(records::roleName(member.role)),
                                      models::text(member.birthWords));
        node.evidence = models::text(member.evidenceWords);
        node.sex = member.sex;
        node.child = !records::isAdultRole(member.role);
        node.raises = member.role == records::MemberRole::parent ||
                      member.role == records::MemberRole::partner;
        node.elsewhere = member.role == records::MemberRole::nonResidentParent;
        node.meets = member.meetsSomething;
        node.otherHome = !member.alsoFamilies.empty();
        m_nodes.push_back(std::move(node));
    }
    std::ranges::stable_sort(m_nodes, {}, [](const Node& node) {
        return node.child ? 3 : node.elsewhere ? 2 : node.raises ? 1 : 0;
    });
    redraw();
}

double FamilyMap::cellWidth() const {
    return QFontMetricsF(fontOf(Type::small)).averageCharWidth() * 20;
}

double FamilyMap::heightOf(const Node& node) const {
    double words = wrapped(fontOf(Type::small, true), nameLine(node), wordsWidth(cellWidth()));
    for (const QString& line : {node.words, node.evidence})
        words += wrapped(fontOf(Type::small), line, wordsWidth(cellWidth()));
    return side() + words + space(8);
}

int FamilyMap::perRow(double width) const {
    return std::max(1, static_cast<int>(width / cellWidth()));
}

// Adults, those who raise the children next to one another, then children; as many rows as the
// width asks for.
std::vector<FamilyMap::Row> FamilyMap::rows(double width) const {
    std::vector<Row> all;
    const auto most = static_cast<std::size_t>(perRow(width));
    double top = 0;
    const auto addGroup = [&](auto belongs) {
        bool open = false;
        for (std::size_t i = 0; i < m_nodes.size(); ++i) {
            if (!belongs(m_nodes[i]))
                continue;
            if (!open || all.back().nodes.size() == most) {
                if (!all.empty())
                    top += all.back().height;
                all.push_back({{}, top, 0});
                open = true;
            }
            all.back().nodes.push_back(static_cast<int>(i));
            all.back().height = std::max(all.back().height, heightOf(m_nodes[i]));
        }
    };
    addGroup([](const Node& node) { return !node.child; });
    addGroup([](const Node& node) { return node.child; });
    return all;
}

int FamilyMap::heightFor(int width) const {
    const std::vector<Row> all = rows(width);
    return all.empty() ? space(2) : static_cast<int>(all.back().top + all.back().height) + space(2);
}

QPointF FamilyMap::centre(const Row& row, std::size_t place, double width) const {
    const auto count = static_cast<double>(row.nodes.size());
    const double cell = std::min(width / count, cellWidth() * 1.4);
    const double left = (width - cell * count) / 2;
    return {left + cell * (static_cast<double>(place) + 0.5), row.top + space(3) + side() / 2};
}

void FamilyMap::draw(QPainter& painter, const QSizeF& size) const {
    painter.setRenderHint(QPainter::Antialiasing);
    const std::vector<Row> all = rows(size.width());
    drawTies(painter, all, size.width());
    for (const Row& row : all)
        for (std::size_t place = 0; place < row.nodes.size(); ++place)
            drawNode(painter,
                     m_nodes[static_cast<std::size_t>(row.nodes[place])],
                     centre(row, place, size.width()));
}

bool FamilyMap::isCouple(const Row& row) const {
    return std::ranges::count_if(row.nodes, [this](int each) {
               return m_nodes[static_cast<std::size_t>(each)].raises;
           }) == 2;
}

// Two who raise the children are joined by a line, from the middle of which one goes down between
// them; every other adult is tied beside their words, one who lives elsewhere by a broken line.
// Gives how far to the left and right the line between the generations has to reach.
std::pair<double, double> FamilyMap::drawAdults(QPainter& painter,
                                                const Row& adults,
                                                double width,
                                                double down) const {
    const double half = side() / 2;
    const bool couple = isCouple(adults);
    double left = width;
    double right = 0;
    std::optional<QPointF> first;
    for (std::size_t place = 0; place < adults.nodes.size(); ++place) {
        const Node& node = m_nodes[static_cast<std::size_t>(adults.nodes[place])];
        const QPointF at = centre(adults, place, width);
        painter.setPen(QPen(node.elsewhere ? colours().secondary : colours().control,
                            1.5,
                            node.elsewhere ? Qt::DashLine : Qt::SolidLine));
        if (couple && node.raises && !first) {
            first = at;
            continue;
        }
        const bool closes = couple && node.raises;
        const double x = closes ? (first->x() + at.x()) / 2 : at.x() + cellWidth() / 2;
        if (closes)
            painter.drawLine(QPointF(first->x() + half, at.y()), QPointF(at.x() - half, at.y()));
        else
            painter.drawLine(QPointF(at.x() + half, at.y()), QPointF(x, at.y()));
        painter.drawLine(QPointF(x, at.y()), QPointF(x, down));
        left = std::min(left, x);
        right = std::max(right, x);
    }
    return {left, right};
}

// Adults for whom the last row of adults has no room reach the children by a line at the right
// edge. Gives how far the line between the generations has to reach.
std::pair<double, double> FamilyMap::drawGeneration(QPainter& painter,
                                                    std::span<const Row> adults,
                                                    double width,
                                                    double down) const {
    const double edge = width - space(1);
    auto [left, right] = drawAdults(painter, adults.back(), width, down);
    for (std::size_t i = 0; i + 1 < adults.size(); ++i) {
        const double line = adults[i + 1].top - space(2);
        const double from = drawAdults(painter, adults[i], width, line).first;
        painter.setPen(QPen(colours().control, 1.5));
        painter.drawPolyline(
            QPolygonF{QPointF(from, line), QPointF(edge, line), QPointF(edge, down)});
        right = edge;
    }
    return {left, right};
}

// Each child hangs from a line of its row, and the rows' lines are one at the left.
void FamilyMap::drawTies(QPainter& painter, const std::vector<Row>& rows, double width) const {
    const double half = side() / 2;
    const auto child = [this](const Row& row) {
        return m_nodes[static_cast<std::size_t>(row.nodes.front())].child;
    };
    const auto firstChildren = std::find_if(rows.begin(), rows.end(), child);
    if (firstChildren == rows.begin() || firstChildren == rows.end())
        return;
    const double top = firstChildren->top - space(2);
    const double gutter = space(1);
    auto [left, right] = drawGeneration(painter, {rows.begin(), firstChildren}, width, top);
    painter.setPen(QPen(colours().control, 1.5));
    for (auto row = firstChildren; row != rows.end(); ++row) {
        const double line = row->top - space(2);
        for (std::size_t place = 0; place < row->nodes.size(); ++place) {
            const QPointF at = centre(*row, place, width);
            painter.drawLine(QPointF(at.x(), line), QPointF(at.x(), at.y() - half));
            right = std::max(right, at.x());
        }
        const bool several = std::next(firstChildren) != rows.end();
        left = several ? gutter : std::min(left, centre(*row, 0, width).x());
        painter.drawLine(QPointF(left, line), QPointF(right, line));
        painter.drawLine(QPointF(left, top), QPointF(left, line));
        right = 0;
    }
}

void FamilyMap::drawNode(QPainter& painter, const Node& node, QPointF at) const {
    const widgets::Colours& c = colours();
    const double half = side() / 2;
    const QRectF box(at.x() - half, at.y() - half, 2 * half, 2 * half);
    QPen pen(node.elsewhere ? c.control : c.met, node.meets ? 2.5 : 1.5);
    painter.setPen(pen);
    painter.setBrush(node.meets ? c.selected : c.surface);
    if (node.sex == records::Sex::female)
        painter.drawEllipse(box);
    else if (node.sex == records::Sex::male)
        painter.drawRect(box);
    else
        painter.drawPolygon(QPolygonF{QPointF(at.x(), box.top()),
                                      QPointF(box.right(), at.y()),
                                      QPointF(at.x(), box.bottom()),
                                      QPointF(box.left(), at.y())});
    const double wide = wordsWidth(cellWidth());
    double y = box.bottom() + space(1);
    const auto say = [&](const QString& words, const QFont& font, const QColor& colour) {
        const double height = wrapped(font, words, wide);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(QRectF(at.x() - wide / 2, y, wide, height),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap,
                         words);
        y += height;
    };
    say(nameLine(node), fontOf(Type::small, true), c.ink);
    say(node.words, fontOf(Type::small), c.secondary);
    say(node.evidence, fontOf(Type::small), c.secondary);
}

QString FamilyMap::nameLine(const Node& node) {
    return node.otherHome ? tr("%1 \u00b7 two homes").arg(node.name) : node.name;
}

widgets::Numbers FamilyMap::numbers() const {
    widgets::Numbers all{{tr("Member"), tr("Role and birth"), tr("Tie rests on"), tr("Lives")}, {}};
    for (const Node& node : m_nodes)
        all.rows.push_back({node.name,
                            node.words,
                            node.evidence,
                            node.elsewhere   ? tr("elsewhere")
                            : node.otherHome ? tr("here and in another family's home")
                                             : tr("here")});
    return all;
}

}  // namespace ui::parts
