// SPDX-License-Identifier: GPL-3.0-or-later
// A decision asked inside the page, never in a box over it: a question, a reason from a short list,
// words, and one button that says what will happen. What is half written can be taken away as a
// draft and put back.
#pragma once

#include <QFrame>
#include <QVariant>

#include <utility>
#include <vector>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace ui::widgets {

class ReasonForm : public QFrame {
    Q_OBJECT

public:
    using Reasons = std::vector<std::pair<QString, QString>>;  // code, words

    explicit ReasonForm(QWidget* parent = nullptr);  // hidden

    // Opens the form. With no reasons the list is left out; `wordsNeeded` makes the words required.
    void ask(const QString& question,
             const QString& consequence,
             const Reasons& reasons,
             const QString& actionWords,
             bool wordsNeeded);
    void close();

    [[nodiscard]] bool open() const { return m_open; }

    void focusFirst();

    [[nodiscard]] QString reason() const;
    [[nodiscard]] QString words() const;

    // Further fields between the question and the reason; emptied by the next ask().
    [[nodiscard]] QVBoxLayout* fields() const { return m_fields; }

    [[nodiscard]] QVariantMap draft() const;
    void restore(const QVariantMap& draft);

Q_SIGNALS:
    void confirmed();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void clearFaults();
    void confirm();

    bool m_open = false;
    bool m_wordsNeeded = false;
    QLabel* m_question;
    QLabel* m_consequence;
    QVBoxLayout* m_fields;
    QLabel* m_reasonLabel;
    QComboBox* m_reason;
    QLabel* m_wordsLabel;
    QPlainTextEdit* m_words;
    QLabel* m_error;
    QPushButton* m_confirm;
};

}  // namespace ui::widgets
