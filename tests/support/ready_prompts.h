// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts that answer at once with what the test said, and never show a box.
#pragma once

#include "ui/widgets/prompts.h"

#include <QStringList>

namespace support {

class ReadyPrompts : public ui::widgets::Prompts {
public:
    using Then = std::function<void(const QString&)>;

    void chooseFile(QWidget*, const QString&, const QString&, Then then) override { give(then); }

    void chooseFolder(QWidget*, const QString&, Then then) override { give(then); }

    void chooseSaveFile(QWidget*, const QString&, const QString&, Then then) override {
        give(then);
    }

    void confirm(QWidget*,
                 const ui::widgets::Confirmation& asked,
                 std::function<void()> then) override {
        confirmed << asked.consequence;
        then();
    }

    QString path;           // the answer; empty: the person cancels
    QStringList confirmed;  // the consequences that were said

private:
    void give(const Then& then) const {
        if (!path.isEmpty())
            then(path);
    }
};

}  // namespace support
