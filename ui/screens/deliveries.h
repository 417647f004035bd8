// SPDX-License-Identifier: GPL-3.0-or-later
// What partners have sent: deliveries with their row issues, the agreements they come under, and
// when each partner was last heard from. New files are imported here, then linked and assessed.
#pragma once

#include "casework/deliveries.h"
#include "ui/models/columns.h"
#include "ui/shell/screen.h"

namespace ui::parts {
class ImportForm;
}

namespace ui::widgets {
class Card;
class Chips;
class Pages;
class Table;
}  // namespace ui::widgets

namespace ui::screens {

class Deliveries : public shell::Screen {
    Q_OBJECT

public:
    Deliveries(const shell::Context& context, QWidget* parent);

    void enter(qint64 subject) override;
    [[nodiscard]] QVariantMap draft() const override;
    void restore(const QVariantMap& draft) override;

private:
    void addActions();
    [[nodiscard]] QWidget* deliveriesPage();
    [[nodiscard]] QWidget* tablePage(widgets::Table* table);
    void refresh();
    void showIssues(int row);
    void openMappings();
    void openQuality();
    void chooseFile();
    void import(const casework::ImportRequest& request);
    void addAgreements();
    void saveIssues();
    void link();
    void assess();

    std::vector<records::Agreement> m_agreements;
    widgets::Chips* m_chips;
    parts::ImportForm* m_form;
    widgets::Pages* m_pages;
    models::DeliveryRows* m_deliveryRows;
    models::IssueRows* m_issueRows;
    models::AgreementRows* m_agreementRows;
    models::FreshnessRows* m_freshnessRows;
    widgets::Table* m_deliveries = nullptr;
    widgets::Table* m_issues = nullptr;
    widgets::Card* m_issueCard = nullptr;
};

}  // namespace ui::screens
