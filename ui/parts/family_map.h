// SPDX-License-Identifier: GPL-3.0-or-later
// The family as a drawing in the manner of a genogram: adults above children, squares for males and
// circles for females; under each what tells that they belong. Two who raise the children here are
// joined by a line from which the children hang; every other adult is tied by a line of their own,
// a broken one for a parent who lives elsewhere. The same as a table.
#pragma once

#include "casework/family_view.h"
#include "ui/widgets/drawing.h"

#include <span>

namespace ui::parts {

class FamilyMap : public widgets::Drawing {
    Q_OBJECT

public:
    explicit FamilyMap(QWidget* parent = nullptr);

    void show(const std::vector<casework::MemberView>& members);

    using QWidget::show;

    void draw(QPainter& painter, const QSizeF& size) const override;
    [[nodiscard]] widgets::Numbers numbers() const override;
    [[nodiscard]] int heightFor(int width) const override;

private:
    struct Node {
        QString name;
        QString words;     // age or birth year, and role
        QString evidence;  // of the tie
        records::Sex sex = records::Sex::unknown;
        bool child = false;
        bool raises = false;     // a parent of this home, or a parent's partner
        bool elsewhere = false;  // a parent of another home
        bool meets = false;
        bool otherHome = false;  // belongs to another family too
    };

    struct Row {
        std::vector<int> nodes;
        double top = 0;
        double height = 0;
    };

    [[nodiscard]] int perRow(double width) const;
    [[nodiscard]] double cellWidth() const;
    [[nodiscard]] static QString nameLine(const Node& node);
    [[nodiscard]] double heightOf(const Node& node) const;
    [[nodiscard]] std::vector<Row> rows(double width) const;
    [[nodiscard]] QPointF centre(const Row& row, std::size_t place, double width) const;
    void drawTies(QPainter& painter, const std::vector<Row>& rows, double width) const;
    [[nodiscard]] bool isCouple(const Row& row) const;
    std::pair<double, double> drawAdults(QPainter& painter,
                                         const Row& adults,
                                         double width,
                                         double down) const;
    std::pair<double, double> drawGeneration(QPainter& painter,
                                             std::span<const Row> adults,
                                             double width,
                                             double down) const;
    void drawNode(QPainter& painter, const Node& node, QPointF centre) const;

    std::vector<Node> m_nodes;
};

}  // namespace ui::parts
