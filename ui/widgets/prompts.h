// SPDX-License-Identifier: GPL-3.0-or-later
// What the window must ask outside its own page: a file, a folder, a confirmation. An interface so
// that tests answer without a box on the screen. Nothing here waits: the answer comes to `then`,
// and only when the person did not cancel.
#pragma once

#include <QString>

#include <functional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace ui::widgets {

struct Confirmation {
    QString question;     // "Send 412 people to the study?"
    QString consequence;  // what will happen, in numbers
    QString actionWords;  // on the button: "Release"
};

class Prompts {
public:
    Prompts() = default;
    Prompts(const Prompts&) = delete;
    Prompts& operator=(const Prompts&) = delete;
    virtual ~Prompts() = default;

    virtual void chooseFile(QWidget* parent,
                            const QString& title,
                            const QString& filter,
                            std::function<void(const QString&)> then) = 0;
    virtual void chooseFolder(QWidget* parent,
                              const QString& title,
                              std::function<void(const QString&)> then) = 0;
    virtual void chooseSaveFile(QWidget* parent,
                                const QString& title,
                                const QString& proposal,
                                std::function<void(const QString&)> then) = 0;
    virtual void confirm(QWidget* parent,
                         const Confirmation& confirmation,
                         std::function<void()> then) = 0;
};

}  // namespace ui::widgets
