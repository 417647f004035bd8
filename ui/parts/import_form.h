// SPDX-License-Identifier: GPL-3.0-or-later
// Asks under which agreement a chosen file came, and how to read it when it doesn't say so itself.
#pragma once

#include "casework/deliveries.h"

#include <QFrame>
#include <QVariant>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
QT_END_NAMESPACE

namespace ui::parts {

class ImportForm : public QFrame {
    Q_OBJECT

public:
    explicit ImportForm(QWidget* parent);  // hidden

    void ask(const QString& file, const std::vector<records::Agreement>& agreements);
    // The mappings to choose from under the agreement that was chosen.
    void offer(const std::vector<std::string>& mappings);
    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft, const std::vector<records::Agreement>& agreements);

Q_SIGNALS:
    void agreementChosen(const QString& reference);
    void confirmed(const casework::ImportRequest& request);

private:
    QString m_file;
    QLabel* m_question;
    QPushButton* m_go;
    QComboBox* m_agreement;
    QComboBox* m_mapping;
    QLineEdit* m_term;
};

}  // namespace ui::parts
