// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/reason_form.h"

#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

namespace ui::widgets {

namespace {

void setInvalid(QWidget* field, bool invalid) {
    field->setProperty("invalid", invalid);
    field->style()->unpolish(field);
    field->style()->polish(field);
}

constexpr int linesOfWords = 3;

}  // namespace

ReasonForm::ReasonForm(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("reasonForm"));
    setRole(this, "form");
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    m_question = paragraph({}, "heading", this);
    m_consequence = paragraph({}, "secondary", this);
    m_consequence->setObjectName(QStringLiteral("consequence"));
    m_fields = new QVBoxLayout;
    m_reasonLabel = label(tr("&Reason"), "strong", this);
    m_reason = new QComboBox(this);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reasonLabel->setBuddy(m_reason);
    m_wordsLabel = label({}, "strong", this);
    m_words = new QPlainTextEdit(this);
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setAccessibleName(tr("In your words"));
    m_words->setTabChangesFocus(true);
    m_words->setFixedHeight(QFontMetrics(fontOf(Type::body)).lineSpacing() * linesOfWords +
                            space(5));
    m_wordsLabel->setBuddy(m_words);
    m_error = paragraph({}, "error", this);
    m_error->hide();
    m_confirm = button({}, "primary", QStringLiteral("confirm"), this);
    QPushButton* cancel = button(tr("Cancel"), nullptr, QStringLiteral("cancelForm"), this);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space(2));
    buttons->addWidget(m_confirm);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    all->addWidget(m_question);
    all->addWidget(m_consequence);
    all->addLayout(m_fields);
    all->addWidget(m_reasonLabel);
    all->addWidget(m_reason);
    all->addWidget(m_wordsLabel);
    all->addWidget(m_words);
    all->addWidget(m_error);
    all->addLayout(buttons);
    connect(m_confirm, &QPushButton::clicked, this, &ReasonForm::confirm);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &ReasonForm::clearFaults);
    connect(m_words, &QPlainTextEdit::textChanged, this, &ReasonForm::clearFaults);
    connect(cancel, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT closed();
    });
    hide();
}

void ReasonForm::ask(const QString& question,
                     const QString& consequence,
                     const Reasons& reasons,
                     const QString& actionWords,
                     bool wordsNeeded) {
    clear(m_fields);
    m_open = true;
    m_wordsNeeded = wordsNeeded;
    setAccessibleName(question);
    m_question->setText(question);
    m_consequence->setText(consequence);
    m_consequence->setVisible(!consequence.isEmpty());
    m_reason->clear();
    m_reason->addItem(tr("Choose a reason"), QString());
    for (const auto& [code, text] : reasons)
        m_reason->addItem(text, code);
    m_reason->setVisible(!reasons.empty());
    m_reasonLabel->setVisible(!reasons.empty());
    m_wordsLabel->setText(wordsNeeded ? tr("In your &words") : tr("In your &words (optional)"));
    m_words->clear();
    clearFaults();
    m_confirm->setText(actionWords);
    m_confirm->setAccessibleName(actionWords);
    show();
    focusFirst();
}

void ReasonForm::focusFirst() {
    (m_reason->isHidden() ? static_cast<QWidget*>(m_words) : m_reason)->setFocus();
}

void ReasonForm::clearFaults() {
    m_error->hide();
    setInvalid(m_reason, false);
    setInvalid(m_words, false);
}

void ReasonForm::close() {
    m_open = false;
    hide();
}

QString ReasonForm::reason() const {
    return m_reason->currentData().toString();
}

QString ReasonForm::words() const {
    return m_words->toPlainText().trimmed();
}

QVariantMap ReasonForm::draft() const {
    if (!m_open)
        return {};
    return {{QStringLiteral("reason"), reason()},
            {QStringLiteral("words"), m_words->toPlainText()}};
}

void ReasonForm::restore(const QVariantMap& draft) {
    const int row = m_reason->findData(draft.value(QStringLiteral("reason")));
    if (row >= 0)
        m_reason->setCurrentIndex(row);
    m_words->setPlainText(draft.value(QStringLiteral("words")).toString());
}

void ReasonForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        Q_EMIT closed();
        return;
    }
    QFrame::keyPressEvent(event);
}

void ReasonForm::confirm() {
    const bool reasonMissing = !m_reason->isHidden() && reason().isEmpty();
    const bool wordsMissing = m_wordsNeeded && words().isEmpty();
    setInvalid(m_reason, reasonMissing);
    setInvalid(m_words, wordsMissing);
    if (reasonMissing || wordsMissing) {
        m_error->setText(reasonMissing && wordsMissing
                             ? tr("Choose a reason, and say why in a sentence.")
                         : reasonMissing ? tr("Choose a reason.")
                                         : tr("Say why in a sentence."));
        m_error->show();
        (reasonMissing ? static_cast<QWidget*>(m_reason) : m_words)->setFocus();
        return;
    }
    m_error->hide();
    Q_EMIT confirmed();
}

}  // namespace ui::widgets
