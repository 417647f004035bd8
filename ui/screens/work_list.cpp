// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/screens/work_list.h"

#include "access/action.h"
#include "ui/parts/family_table.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/table.h"
#include "ui/widgets/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include <array>

namespace ui::screens {

namespace {

struct Filter {
    const char* id;
    casework::WorkFilter filter;
    const char* words;
};

constexpr std::array<Filter, 6> filters{
    {{"mine", casework::WorkFilter::mine, QT_TRANSLATE_NOOP("ui::screens::WorkList", "Mine")},
     {"waiting",
      casework::WorkFilter::waiting,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Waiting")},
     {"review",
      casework::WorkFilter::review,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "With a supervisor")},
     {"agreed",
      casework::WorkFilter::agreed,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Agreed or supported")},
     {"flagged",
      casework::WorkFilter::flagged,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Flagged")},
     {"all",
      casework::WorkFilter::all,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "All families")}}};

struct Order {
    casework::WorkOrder order;
    bool descending;
    const char* words;
};

// Each order with its usual direction first.
constexpr std::array<Order, 10> orders{
    {{casework::WorkOrder::since,
      false,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Longest wait first")},
     {casework::WorkOrder::since,
      true,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Shortest wait first")},
     {casework::WorkOrder::criteriaMet,
      true,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Most criteria met first")},
     {casework::WorkOrder::criteriaMet,
      false,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Fewest criteria met first")},
     {casework::WorkOrder::newestEvidence,
      true,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Newest evidence first")},
     {casework::WorkOrder::newestEvidence,
      false,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "No or oldest evidence first")},
     {casework::WorkOrder::state,
      false,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "By step, first step first")},
     {casework::WorkOrder::state,
      true,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "By step, last step first")},
     {casework::WorkOrder::reference,
      false,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Lowest reference first")},
     {casework::WorkOrder::reference,
      true,
      QT_TRANSLATE_NOOP("ui::screens::WorkList", "Highest reference first")}}};

}  // namespace

WorkList::WorkList(const shell::Context& context, QWidget* parent)
    : Screen(tr("Work list"), context, parent) {
    m_chips = new widgets::Chips(tr("Which families"), this);
    for (const Filter& filter : filters)
        if (filter.filter != casework::WorkFilter::mine ||
            session().roleMay(access::Action::triage))
            m_chips->add(QLatin1String(filter.id), tr(filter.words));
    m_search = new widgets::SearchField(tr("Search reference"), this);
    m_order = new QComboBox(this);
    m_order->setObjectName(QStringLiteral("order"));
    m_order->setAccessibleName(tr("Order of the families"));
    for (const Order& order : orders)
        m_order->addItem(tr(order.words));
    m_families = new parts::FamilyTable(tr("Families"), session(), this);
    m_families->markOrder(orders.front().order, orders.front().descending);
    auto* words = widgets::label(tr("&Order"), nullptr, this);
    words->setBuddy(m_order);
    auto* order = new QWidget(this);
    auto* pair = new QHBoxLayout(order);
    pair->setContentsMargins(0, 0, 0, 0);
    pair->setSpacing(widgets::space(2));
    pair->addWidget(words);
    pair->addWidget(m_order);
    auto* how = new widgets::FlowLayout(nullptr);
    how->addWidget(order);
    how->addWidget(m_search);
    m_top = new QBoxLayout(QBoxLayout::LeftToRight);
    m_top->setSpacing(widgets::space(3));
    m_top->addWidget(m_chips, 1);
    m_top->addLayout(how);
    body()->addLayout(m_top);
    body()->addWidget(m_families, 1);
    connect(m_chips, &widgets::Chips::chose, this, &WorkList::refresh);
    connect(m_search, &widgets::SearchField::searched, this, &WorkList::search);
    connect(m_order, &QComboBox::currentIndexChanged, this, &WorkList::refresh);
    connect(m_families, &parts::FamilyTable::orderAsked, this, &WorkList::orderBy);
    connect(m_families, &parts::FamilyTable::failed, this, [this](const base::Error& error) {
        fail(tr("The list could not be read"), error);
    });
    if (session().roleMay(access::Action::openFamily))
        connect(m_families, &parts::FamilyTable::opened, this, [this](records::FamilyId family) {
            this->context().places.open(QStringLiteral("family"), family.value);
        });
}

// The order and the search stand beside the filters where there is room, else under them.
void WorkList::resizeEvent(QResizeEvent* event) {
    Screen::resizeEvent(event);
    m_top->setDirection(widgets::hasRoomFor(130, width()) ? QBoxLayout::LeftToRight
                                                          : QBoxLayout::TopToBottom);
}

void WorkList::enter(qint64 /*subject*/) {
    refreshCounts();
    refresh();
    m_families->table()->setFocus();
}

casework::WorkQuery WorkList::query() const {
    casework::WorkQuery query;
    for (const Filter& filter : filters)
        if (m_chips->chosen() == QLatin1String(filter.id))
            query.filter = filter.filter;
    const Order& order = orders.at(static_cast<std::size_t>(m_order->currentIndex()));
    query.order = order.order;
    query.descending = order.descending;
    query.text = models::utf8(m_search->text().trimmed());
    return query;
}

// The usual direction, or the other one where that is in force.
void WorkList::orderBy(casework::WorkOrder order) {
    const auto now = static_cast<std::size_t>(m_order->currentIndex());
    for (std::size_t i = 0; i < orders.size(); ++i)
        if (orders[i].order == order && i != now) {
            m_order->setCurrentIndex(static_cast<int>(i));
            return;
        }
}

void WorkList::refresh() {
    const casework::WorkQuery asked = query();
    m_families->markOrder(asked.order, asked.descending);
    const auto count = m_families->show(asked);
    if (succeeded(count, tr("The list could not be read")))
        tell(*count);
}

// As fast as the keys: no query, only a look through the references at hand.
void WorkList::search() {
    tell(m_families->narrow(query().text));
}

void WorkList::tell(std::int64_t families) {
    const bool searching = !m_search->text().trimmed().isEmpty();
    if (searching)
        m_families->setEmptyWords(tr("No family fits these words"),
                                  tr("Search by the number of a reference, such as 2031."));
    else if (m_chips->chosen() == QStringLiteral("mine"))
        m_families->setEmptyWords(
            tr("Nothing waits for you"),
            tr("Families that nobody has taken are under \u201cWaiting\u201d."));
    else
        m_families->setEmptyWords(
            tr("No family here"),
            tr("Families appear once deliveries are imported, linked and assessed."));
    setSubtitle(models::counted(families, tr("family in this list"), tr("families in this list")));
    if (!searching)
        m_chips->setCount(m_chips->chosen(), families);
}

void WorkList::refreshCounts() {
    for (const Filter& filter : filters) {
        casework::WorkQuery each;
        each.filter = filter.filter;
        if (const auto count = casework::countFamilies(session(), each))
            m_chips->setCount(QLatin1String(filter.id), *count);
    }
}

}  // namespace ui::screens
