// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icon.h"

#include "ui/widgets/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>

namespace ui::widgets {

namespace {

// Renders the drawing each time in the colours then in force, so nothing needs to be told of a
// change of scheme.
class LineIcon : public QIconEngine {
public:
    explicit LineIcon(QByteArray svg) : m_svg(std::move(svg)) {}

    void paint(QPainter* painter,
               const QRect& rect,
               QIcon::Mode mode,
               QIcon::State state) override {
        const Colours& c = colours();
        const QColor ink = mode == QIcon::Disabled ? c.faint
                           : state == QIcon::On    ? c.selectedInk
                                                   : c.secondary;
        QByteArray svg = m_svg;
        svg.replace("#000", ink.name().toLatin1());
        QSvgRenderer renderer(svg);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(painter, rect);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap made(size);
        made.fill(Qt::transparent);
        QPainter painter(&made);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return made;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new LineIcon(m_svg); }

private:
    QByteArray m_svg;
};

}  // namespace

QIcon icon(const QString& name) {
    QFile file(QStringLiteral(":/ff/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new LineIcon(file.readAll()));
}

}  // namespace ui::widgets
