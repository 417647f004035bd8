// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/parts/nomination_form.h"

#include "ui/models/words.h"
#include "ui/parts/field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QDateEdit>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ui::parts {

using widgets::space;

namespace {

constexpr int reviewMonths = 6;
constexpr int leastWords = 10;  // letters

}  // namespace

NominationForm::NominationForm(QWidget* parent) : QFrame(parent) {
    setObjectName(QStringLiteral("nomination"));
    widgets::setRole(this, "form");
    setAccessibleName(tr("Nomination"));
    build();
    hide();
}

void NominationForm::build() {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(space(4), space(3), space(4), space(3));
    all->setSpacing(space(2));
    all->addWidget(widgets::paragraph(tr("Whose concern is it, and what is it?"), "heading", this));
    m_person = new QComboBox(this);
    m_criterion = new QComboBox(this);
    m_agency = new QComboBox(this);
    for (const records::Agency agency : records::allAgencies)
        m_agency->addItem(models::text(records::agencyName(agency)), static_cast<int>(agency));
    m_name = new QLineEdit(this);
    m_job = new QLineEdit(this);
    m_date = dateField(base::today(), this);
    m_review = dateField(base::today() + boost::gregorian::months(reviewMonths), this);
    QLayout* first = fieldRow();
    addField(first, tr("&About"), m_person, QStringLiteral("nominationPerson"));
    addField(first, tr("&Criterion"), m_criterion, QStringLiteral("nominationCriterion"));
    addField(first, tr("&Day"), m_date, QStringLiteral("nominationDate"));
    addField(first, tr("Look again &on"), m_review, QStringLiteral("nominationReview"));
    all->addLayout(first);
    QLayout* second = fieldRow();
    addField(second, tr("Said &by"), m_name, QStringLiteral("nominationName"));
    addField(second, tr("&In the job of"), m_job, QStringLiteral("nominationJob"));
    addField(second, tr("A&gency"), m_agency, QStringLiteral("nominationAgency"));
    all->addLayout(second);
    m_reason = new QPlainTextEdit(this);
    m_reason->setTabChangesFocus(true);
    m_reason->setFixedHeight(space(16));
    addField(all, tr("Wh&y"), m_reason, QStringLiteral("nominationReason"));
    m_error = widgets::paragraph({}, "error", this);
    m_error->hide();
    all->addWidget(m_error);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(space(2));
    auto* go = widgets::button(tr("Nominate"), "primary", QStringLiteral("nominate"), this);
    auto* cancel = widgets::button(tr("Not now"), nullptr, QStringLiteral("nominateCancel"), this);
    buttons->addWidget(go);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    all->addLayout(buttons);
    connect(go, &QPushButton::clicked, this, &NominationForm::confirm);
    connect(cancel, &QPushButton::clicked, this, &NominationForm::close);
}

void NominationForm::ask(const casework::FamilyView& family) {
    m_family = family.family;
    m_person->clear();
    for (const casework::MemberView& member : family.members)
        m_person->addItem(models::text(member.name),
                          QVariant::fromValue<qint64>(member.person.value));
    m_criterion->clear();
    for (const casework::CriterionView& criterion : family.criteria)
        m_criterion->addItem(tr("%1 %2").arg(criterion.number).arg(models::text(criterion.heading)),
                             criterion.number);
    m_error->hide();
    show();
    m_person->setFocus();
}

void NominationForm::close() {
    for (QLineEdit* field : {m_name, m_job})
        field->clear();
    m_reason->clear();
    hide();
    Q_EMIT closed();
}

bool NominationForm::hasWords() const {
    return !isHidden() && !(m_name->text() + m_job->text() + m_reason->toPlainText()).isEmpty();
}

QVariantMap NominationForm::draft() const {
    if (isHidden())
        return {};
    return {{QStringLiteral("person"), m_person->currentData()},
            {QStringLiteral("criterion"), m_criterion->currentData()},
            {QStringLiteral("agency"), m_agency->currentData()},
            {QStringLiteral("name"), m_name->text()},
            {QStringLiteral("job"), m_job->text()},
            {QStringLiteral("date"), m_date->date().toString(Qt::ISODate)},
            {QStringLiteral("review"), m_review->date().toString(Qt::ISODate)},
            {QStringLiteral("reason"), m_reason->toPlainText()}};
}

void NominationForm::restore(const QVariantMap& draft) {
    const auto text = [&](const char* key) { return draft.value(QLatin1String(key)).toString(); };
    const auto choose = [&](QComboBox* box, const char* key) {
        box->setCurrentIndex(box->findData(draft.value(QLatin1String(key)).toLongLong()));
    };
    choose(m_person, "person");
    choose(m_criterion, "criterion");
    choose(m_agency, "agency");
    m_name->setText(text("name"));
    m_job->setText(text("job"));
    m_date->setDate(QDate::fromString(text("date"), Qt::ISODate));
    m_review->setDate(QDate::fromString(text("review"), Qt::ISODate));
    m_reason->setPlainText(text("reason"));
}

void NominationForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

void NominationForm::confirm() {
    QString fault;
    if (m_name->text().trimmed().isEmpty() || m_job->text().trimmed().isEmpty())
        fault = tr("Say who nominates, and in which job.");
    else if (m_reason->toPlainText().trimmed().size() < leastWords)
        fault = tr("Say why, in a few words.");
    m_error->setText(fault);
    m_error->setVisible(!fault.isEmpty());
    if (fault.isEmpty())
        Q_EMIT confirmed();
}

casework::Nomination NominationForm::nomination() const {
    casework::Nomination made;
    made.family = m_family;
    made.person = {m_person->currentData().toLongLong()};
    made.criterion = m_criterion->currentData().toInt();
    made.nominator = models::utf8(m_name->text().trimmed());
    made.nominatorRole = models::utf8(m_job->text().trimmed());
    made.agency = static_cast<records::Agency>(m_agency->currentData().toInt());
    made.date = dateIn(m_date);
    made.reason = models::utf8(m_reason->toPlainText().trimmed());
    made.reviewDate = dateIn(m_review);
    return made;
}

}  // namespace ui::parts
