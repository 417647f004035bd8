// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/submission_summary.h"

#include "casework/submissions.h"
#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/bars.h"
#include "ui/widgets/drawing_card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>

namespace ui::parts {

using models::counted;
using models::text;
using widgets::space;

namespace {

QString number(std::int64_t count) {
    return QLocale().toString(static_cast<qlonglong>(count));
}

// "Birth date" of "birth-date".
QString fieldWords(const std::string& code) {
    QString words = text(code);
    words.replace(QLatin1Char('-'), QLatin1Char(' '));
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

QString summary(const records::Submission& submission) {
    const std::int64_t everyone = submission.supportedPeople + submission.assessedOnlyPeople;
    QStringList lines;
    lines << SubmissionSummary::tr("To %1.").arg(text(submission.recipient));
    lines << SubmissionSummary::tr("%1: %2 in supported families, %3 in families only assessed.")
                 .arg(counted(everyone,
                              SubmissionSummary::tr("person"),
                              SubmissionSummary::tr("people")),
                      number(submission.supportedPeople),
                      number(submission.assessedOnlyPeople));
    if (submission.leftOut.empty())
        lines << SubmissionSummary::tr("Nobody is left out.");
    QStringList fields;
    for (const std::string& field : submission.fields)
        fields << fieldWords(field).toLower();
    lines << SubmissionSummary::tr("Fields: %1.").arg(fields.join(QStringLiteral(", ")));
    lines << SubmissionSummary::tr("Under agreement %1.").arg(text(submission.agreement));
    return lines.join(QLatin1Char('\n'));
}

std::vector<widgets::Bar> leftOutBars(const records::Submission& submission) {
    std::vector<widgets::Bar> bars;
    for (const auto& [reason, count] : submission.leftOut)
        bars.push_back({text(casework::leftOutWords(reason)),
                        static_cast<double>(count),
                        number(count),
                        false});
    return bars;
}

std::vector<widgets::Bar> completenessBars(const records::Submission& submission) {
    std::vector<widgets::Bar> bars;
    const std::size_t fields = std::min(submission.fields.size(), submission.completeness.size());
    for (std::size_t i = 0; i < fields; ++i) {
        const records::FieldCount& count = submission.completeness[i];
        if (count.applies == 0)
            continue;
        const double share =
            100.0 * static_cast<double>(count.filled) / static_cast<double>(count.applies);
        bars.push_back(
            {fieldWords(submission.fields[i]),
             share,
             SubmissionSummary::tr("%1 of %2").arg(number(count.filled), number(count.applies)),
             count.filled == count.applies});
    }
    return bars;
}

}  // namespace

SubmissionSummary::SubmissionSummary(widgets::Prompts& prompts, QWidget* parent) : QWidget(parent) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space(3));
    m_card = new widgets::Card(tr("Who would go, and who is left out"), this);
    m_words = widgets::paragraph({}, nullptr, m_card);
    m_card->body()->addWidget(m_words);
    m_hash = new QLineEdit(m_card);  // one long word, to be copied and compared
    m_hash->setReadOnly(true);
    m_hashUnit = addField(
        m_card->body(), tr("SHA-256 of the file"), m_hash, QStringLiteral("submissionHash"));
    m_leftOut =
        new widgets::Bars(tr("People left out, by reason"), tr("Reason"), tr("People"), this);
    m_leftOutCard = new widgets::DrawingCard(
        tr("Left out, and why"), QStringLiteral("leftOut"), m_leftOut, prompts, this);
    m_completeness = new widgets::Bars(
        tr("How complete each field is"), tr("Field"), tr("People with a value"), this);
    m_completenessCard = new widgets::DrawingCard(tr("How complete each field is"),
                                                  QStringLiteral("completeness"),
                                                  m_completeness,
                                                  prompts,
                                                  this);
    m_drawings = new QBoxLayout(QBoxLayout::LeftToRight);
    m_drawings->setSpacing(space(3));
    m_drawings->addWidget(m_leftOutCard, 1, Qt::AlignTop);
    m_drawings->addWidget(m_completenessCard, 1, Qt::AlignTop);
    column->addWidget(m_card);
    column->addLayout(m_drawings);
    column->addStretch(1);
}

void SubmissionSummary::show(const records::Submission& submission) {
    m_words->setText(summary(submission));
    m_hashUnit->setVisible(!submission.sha256.empty());
    m_hash->setText(text(submission.sha256));
    m_hash->setCursorPosition(0);
    m_leftOut->show(leftOutBars(submission));
    m_leftOutCard->setVisible(!submission.leftOut.empty());
    m_completeness->show(completenessBars(submission));
    m_completenessCard->setVisible(!submission.completeness.empty());
}

void SubmissionSummary::addAction(QWidget* action) {
    m_card->addAction(action);
}

void SubmissionSummary::setSubtitle(const QString& words) {
    m_card->setSubtitle(words);
}

// The two drawings beside each other where their words fit.
void SubmissionSummary::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_drawings->setDirection(widgets::hasRoomFor(110, width()) ? QBoxLayout::LeftToRight
                                                               : QBoxLayout::TopToBottom);
}

}  // namespace ui::parts
