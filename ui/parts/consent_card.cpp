// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/consent_card.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::parts {

using records::ConsentAnswer;
using records::ConsentKind;
using records::LawfulBasis;
using widgets::space;

namespace {

constexpr int noAnswer = -1;  // nothing is presumed to have been said

constexpr int adultAge = 18;

bool isChild(const casework::MemberView& member) {
    if (member.birthDate)
        return base::ageOn(*member.birthDate, base::today()) < adultAge;
    return member.role == records::MemberRole::child;
}

template <class Value>
void add(QComboBox* box, const QString& words, Value value) {
    box->addItem(words, static_cast<int>(value));
}

}  // namespace

ConsentCard::ConsentCard(QWidget* parent) : Card(tr("May we?"), parent) {
    m_rows = new models::MemberRows(models::consentColumns(), this);
    m_table = new widgets::Table(tr("Consent, study objection and lawful basis"), this);
    m_table->setObjectName(QStringLiteral("consents"));
    m_table->setModel(m_rows);
    m_table->setShares({2, 2, 2, 2});
    m_table->setGrowing(true);
    body()->addWidget(m_table);
    auto* row = new widgets::FlowLayout;
    m_record = widgets::button(
        tr("&Record an answer\u2026"), nullptr, QStringLiteral("recordConsent"), this);
    m_withdraw = widgets::button(
        tr("Withdraw everything\u2026"), nullptr, QStringLiteral("withdrawConsent"), this);
    row->addWidget(m_record);
    row->addWidget(m_withdraw);
    body()->addLayout(row);
    m_form = new QFrame(this);
    m_form->setObjectName(QStringLiteral("consentForm"));
    widgets::setRole(m_form, "form");
    m_question = widgets::paragraph({}, "heading", m_form);
    buildForm();
    m_form->hide();
    body()->addWidget(m_form);
    connect(m_record, &QPushButton::clicked, this, &ConsentCard::openForm);
    connect(m_withdraw, &QPushButton::clicked, this, [this] {
        if (const casework::MemberView* member = current())
            Q_EMIT withdrawAsked(member->person, models::text(member->name), isChild(*member));
    });
    connect(m_table, &widgets::Table::opened, this, [this] {
        if (m_record->isVisible())
            openForm();
    });
    connect(m_table, &widgets::Table::currentRowChanged, this, &ConsentCard::fitFields);
}

void ConsentCard::buildForm() {
    auto* all = new QVBoxLayout(m_form);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    all->addWidget(m_question);
    m_kind = new QComboBox(m_form);
    add(m_kind, tr("Consent to support"), ConsentKind::service);
    add(m_kind, tr("The national study"), ConsentKind::study);
    add(m_kind, tr("Lawful basis"), ConsentKind::basis);
    m_answer = new QComboBox(m_form);
    m_basis = new QComboBox(m_form);
    for (const LawfulBasis basis : {LawfulBasis::publicTask,
                                    LawfulBasis::legalObligation,
                                    LawfulBasis::consent,
                                    LawfulBasis::none})
        add(m_basis, models::text(records::basisName(basis)), basis);
    m_date = dateField(base::today(), m_form);
    m_wording = new QLineEdit(m_form);
    m_wording->setPlaceholderText(tr("such as: leaflet 2020-2"));
    m_channel = new QComboBox(m_form);
    m_channel->addItems({tr("signed form"), tr("in person"), tr("by telephone"), tr("by letter")});
    m_decidedBy = new QComboBox(m_form);
    m_decidedBy->addItem(tr("Choose who decided"), QString());
    for (const QString& who :
         {tr("the child"), tr("mother"), tr("father"), tr("carer"), tr("the council")})
        m_decidedBy->addItem(who, who);
    addField(all, tr("What about"), m_kind, QStringLiteral("consentKind"));
    addField(all, tr("What was said"), m_answer, QStringLiteral("consentAnswer"));
    m_basisUnit = addField(all, tr("Basis"), m_basis, QStringLiteral("consentBasis"));
    addField(all, tr("On"), m_date, QStringLiteral("consentDate"));
    addField(all, tr("Version of the wording shown"), m_wording, QStringLiteral("consentWording"));
    addField(all, tr("How"), m_channel, QStringLiteral("consentChannel"));
    m_decidedUnit = addField(
        all, tr("Who decided for the child"), m_decidedBy, QStringLiteral("consentDecidedBy"));
    m_error = widgets::paragraph({}, "error", m_form);
    m_error->hide();
    all->addWidget(m_error);
    auto* row = new QHBoxLayout;
    auto* save = widgets::button(tr("Record"), "primary", QStringLiteral("consentSave"), m_form);
    auto* cancel = widgets::button(tr("Cancel"), nullptr, QStringLiteral("consentCancel"), m_form);
    row->addWidget(save);
    row->addWidget(cancel);
    row->addStretch(1);
    all->addLayout(row);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConsentCard::fillAnswers);
    connect(save, &QPushButton::clicked, this, &ConsentCard::submit);
    connect(cancel, &QPushButton::clicked, this, &ConsentCard::closeForm);
    fillAnswers();
}

void ConsentCard::show(const std::vector<casework::MemberView>& members, bool mayRecord) {
    const int row = std::max(0, m_table->currentIndex().row());
    m_rows->show(members);
    m_record->setVisible(mayRecord && !members.empty());
    m_withdraw->setVisible(mayRecord && !members.empty());
    if (mayRecord && row < m_rows->rowCount())
        m_table->setCurrentIndex(m_rows->index(row, 0));
}

void ConsentCard::closeForm() {
    m_form->hide();
    m_record->setFocus();
}

QVariantMap ConsentCard::draft() const {
    if (m_form->isHidden())
        return {};
    return {{QStringLiteral("row"), m_table->currentIndex().row()},
            {QStringLiteral("kind"), m_kind->currentIndex()},
            {QStringLiteral("answer"), m_answer->currentIndex()},
            {QStringLiteral("basis"), m_basis->currentIndex()},
            {QStringLiteral("date"), m_date->date()},
            {QStringLiteral("wording"), m_wording->text()},
            {QStringLiteral("channel"), m_channel->currentIndex()},
            {QStringLiteral("decided"), m_decidedBy->currentIndex()}};
}

void ConsentCard::restore(const QVariantMap& draft) {
    if (draft.isEmpty() || m_record->isHidden())
        return;
    m_table->setCurrentIndex(m_rows->index(draft.value(QStringLiteral("row")).toInt(), 0));
    openForm();
    m_kind->setCurrentIndex(draft.value(QStringLiteral("kind")).toInt());
    m_answer->setCurrentIndex(draft.value(QStringLiteral("answer")).toInt());
    m_basis->setCurrentIndex(draft.value(QStringLiteral("basis")).toInt());
    m_date->setDate(draft.value(QStringLiteral("date")).toDate());
    m_wording->setText(draft.value(QStringLiteral("wording")).toString());
    m_channel->setCurrentIndex(draft.value(QStringLiteral("channel")).toInt());
    m_decidedBy->setCurrentIndex(draft.value(QStringLiteral("decided")).toInt());
}

void ConsentCard::openForm() {
    if (current() == nullptr)
        return;
    fitFields();
    m_error->hide();
    m_form->setAccessibleName(m_question->text());
    m_form->show();
    m_kind->setFocus();
    Q_EMIT formOpened(m_form);
}

void ConsentCard::fillAnswers() {
    m_answer->clear();
    const auto kind = static_cast<ConsentKind>(m_kind->currentData().toInt());
    if (kind != ConsentKind::basis)
        m_answer->addItem(tr("Choose what was said"), noAnswer);
    switch (kind) {
        case ConsentKind::service:
            add(m_answer, tr("Consent given"), ConsentAnswer::given);
            add(m_answer, tr("Refused"), ConsentAnswer::refused);
            add(m_answer, tr("Withdrawn"), ConsentAnswer::withdrawn);
            break;
        case ConsentKind::study:
            add(m_answer, tr("Objected"), ConsentAnswer::objected);
            add(m_answer, tr("Objection withdrawn"), ConsentAnswer::withdrawn);
            break;
        case ConsentKind::basis:
            add(m_answer, tr("Basis set"), ConsentAnswer::set);
            break;
    }
    fitFields();
}

void ConsentCard::fitFields() {
    const casework::MemberView* member = current();
    m_basisUnit->setVisible(static_cast<ConsentKind>(m_kind->currentData().toInt()) ==
                            ConsentKind::basis);
    m_decidedUnit->setVisible(member != nullptr && isChild(*member));
    if (member != nullptr)
        m_question->setText(tr("What did %1 say?").arg(models::text(member->name)));
}

void ConsentCard::submit() {
    const casework::MemberView* member = current();
    if (member == nullptr)
        return;
    records::ConsentRecord record;
    record.person = member->person;
    record.kind = static_cast<ConsentKind>(m_kind->currentData().toInt());
    record.answer = static_cast<ConsentAnswer>(m_answer->currentData().toInt());
    if (record.kind == ConsentKind::basis)
        record.basis = static_cast<LawfulBasis>(m_basis->currentData().toInt());
    record.date = dateIn(m_date);
    record.wordingVersion = models::utf8(m_wording->text().trimmed());
    record.channel = models::utf8(m_channel->currentText());
    if (isChild(*member))
        record.decidedBy = models::utf8(m_decidedBy->currentData().toString());
    if (m_answer->currentData().toInt() == noAnswer)
        return refuse(m_answer, tr("Choose what was said."));
    if (record.wordingVersion.empty())
        return refuse(m_wording, tr("Say which wording was shown."));
    if (isChild(*member) && record.decidedBy.empty())
        return refuse(m_decidedBy, tr("Say who decided for the child."));
    Q_EMIT recorded(record);
}

void ConsentCard::refuse(QWidget* missing, const QString& words) {
    m_error->setText(words);
    m_error->show();
    missing->setFocus();
}

const casework::MemberView* ConsentCard::current() const {
    return m_rows->row(m_table->currentIndex().row());
}

}  // namespace ui::parts
