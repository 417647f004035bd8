// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paper.h"

#include "base/file.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QCoreApplication>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QTextDocument>

namespace ui::widgets {

namespace {

struct PaperWords {
    Q_DECLARE_TR_FUNCTIONS(PaperWords)
};

constexpr int margin = 18;       // millimetres
constexpr double bodySize = 10;  // points
constexpr int dotsPerInch = 300;

QPageLayout sheet() {
    return {QPageSize(QPageSize::A4),
            QPageLayout::Portrait,
            QMarginsF(margin, margin, margin, margin),
            QPageLayout::Millimeter};
}

// Sheet after sheet, dark on white whatever the window's colours are.
void paint(QPagedPaintDevice& device, const Page& page) {
    QPainter painter(&device);
    QTextDocument text;
    text.documentLayout()->setPaintDevice(&device);
    QFont font(QStringLiteral("Inter"));
    font.setPointSizeF(bodySize);
    text.setDefaultFont(font);
    text.setDefaultStyleSheet(QStringLiteral("body { color: #000000; } th { text-align: left; }"));
    text.setHtml(page.html);
    const QRectF whole(QPointF(), QSizeF(device.width(), device.height()));
    const double line = QFontMetricsF(font, &device).height();
    const QRectF body = whole.adjusted(0, 2 * line, 0, -2 * line);
    text.setPageSize(body.size());
    painter.setFont(font);
    for (int number = 0; number < text.pageCount(); ++number) {
        if (number > 0)
            device.newPage();
        painter.setPen(Qt::black);
        painter.drawText(
            QRectF(0, 0, whole.width(), line), Qt::AlignLeft, PaperWords::tr("OFFICIAL-SENSITIVE"));
        painter.drawText(QRectF(0, 0, whole.width(), line), Qt::AlignRight, page.title);
        painter.drawText(QRectF(0, whole.height() - line, whole.width(), line),
                         Qt::AlignRight,
                         PaperWords::tr("%1 of %2").arg(number + 1).arg(text.pageCount()));
        painter.save();
        painter.translate(body.topLeft() - QPointF(0, number * body.height()));
        text.drawContents(&painter, QRectF(QPointF(0, number * body.height()), body.size()));
        painter.restore();
    }
}

}  // namespace

base::Result<void> writePdf(const Page& page, const QString& path) {
    QBuffer bytes;
    bytes.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&bytes);
        writer.setPageLayout(sheet());
        writer.setResolution(dotsPerInch);
        writer.setTitle(page.title);
        writer.setCreator(PaperWords::tr("Families First"));
        paint(writer, page);
    }
    return base::writeFileWhole(
        path.toStdString(),
        std::string_view(bytes.data().constData(), static_cast<std::size_t>(bytes.size())),
        true);
}

void printPage(QWidget* parent, const Page& page) {
    auto* dialog = new QPrintDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->printer()->setPageLayout(sheet());
    dialog->printer()->setDocName(PaperWords::tr("Families First"));
    QObject::connect(
        dialog, qOverload<QPrinter*>(&QPrintDialog::accepted), dialog, [page](QPrinter* printer) {
            paint(*printer, page);
        });
    dialog->open();
}

}  // namespace ui::widgets
