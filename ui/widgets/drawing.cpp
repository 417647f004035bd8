// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/drawing.h"

#include "base/delimited_writer.h"
#include "base/file.h"
#include "ui/widgets/theme.h"

#include <QBuffer>
#include <QEvent>
#include <QFileInfo>
#include <QImage>
#include <QPaintEvent>
#include <QPainter>
#include <QSvgGenerator>

#include <algorithm>

namespace ui::widgets {

namespace {

constexpr int sharpness = 2;  // pixels of a PNG to one of the window

QByteArray asPng(const Drawing& drawing, QSize size) {
    QImage image(size * sharpness, QImage::Format_ARGB32_Premultiplied);
    image.fill(colours().surface);
    QPainter painter(&image);
    painter.scale(sharpness, sharpness);
    drawing.draw(painter, size);
    painter.end();
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    image.save(&bytes, "PNG");
    return bytes.data();
}

QByteArray asSvg(const Drawing& drawing, QSize size) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&bytes);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(drawing.accessibleName());
    QPainter painter(&generator);
    painter.fillRect(QRect(QPoint(), size), colours().surface);
    drawing.draw(painter, size);
    painter.end();
    return bytes.data();
}

std::vector<std::string> cells(const QStringList& words) {
    std::vector<std::string> all;
    for (const QString& word : words)
        all.push_back(word.toStdString());
    return all;
}

QByteArray asCsv(const Drawing& drawing) {
    const Numbers numbers = drawing.numbers();
    std::string out;
    base::appendDelimited(out, cells(numbers.headings), base::Formulas::neutral);
    for (const QStringList& row : numbers.rows)
        base::appendDelimited(out, cells(row), base::Formulas::neutral);
    return QByteArray::fromStdString(out);
}

}  // namespace

Drawing::Drawing(const QString& name, QWidget* parent) : QWidget(parent) {
    setAccessibleName(name);
    setAccessibleDescription(tr("A drawing; its numbers are also shown as a table."));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize Drawing::sizeHint() const {
    const int wide = std::max(width(), minimumSizeHint().width());
    return {wide, heightFor(wide)};
}

QSize Drawing::minimumSizeHint() const {
    return {space(50), space(12)};
}

void Drawing::redraw() {
    updateGeometry();
    update();
    Q_EMIT numbersChanged();
}

void Drawing::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setClipRect(event->rect());  // tells draw() what is in sight
    painter.setRenderHint(QPainter::Antialiasing);
    draw(painter, size());
}

void Drawing::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        redraw();
    QWidget::changeEvent(event);
}

base::Result<void> exportDrawing(const Drawing& drawing, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    const int width = std::max(drawing.width(), drawing.minimumSizeHint().width());
    const QSize size(width, std::max(drawing.height(), drawing.heightFor(width)));
    QByteArray bytes;
    if (ending == QStringLiteral("png"))
        bytes = asPng(drawing, size);
    else if (ending == QStringLiteral("svg"))
        bytes = asSvg(drawing, size);
    else if (ending == QStringLiteral("csv"))
        bytes = asCsv(drawing);
    else
        return base::fail(base::Code::refused, {}, "a drawing is written as .png, .svg or .csv");
    const std::string_view view(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    return base::writeFileWhole(path.toStdString(), view, true);
}

}  // namespace ui::widgets
