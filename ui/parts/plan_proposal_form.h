// SPDX-License-Identifier: GPL-3.0-or-later
// A version of the plan about to be put forward: which text, from which day, why. Says that it was
// confirmed; the screen does it.
#pragma once

#include "base/date.h"
#include "ui/widgets/reason_form.h"

#include <string>

QT_BEGIN_NAMESPACE
class QDateEdit;
QT_END_NAMESPACE

namespace ui::parts {

class PlanProposalForm : public widgets::ReasonForm {
    Q_OBJECT

public:
    explicit PlanProposalForm(QWidget* parent = nullptr);

    // `name` is what the person knows the text by: the version, or its file.
    void propose(const QString& name, std::string text);

    [[nodiscard]] const QString& name() const { return m_name; }

    [[nodiscard]] const std::string& text() const { return m_text; }

    [[nodiscard]] base::Date from() const;

    // All of it, the text too: the file it came from may be gone. Empty when the form is closed.
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

private:
    QString m_name;
    std::string m_text;
    QDateEdit* m_from = nullptr;
};

}  // namespace ui::parts
