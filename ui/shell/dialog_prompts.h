// SPDX-License-Identifier: GPL-3.0-or-later
// Prompts as boxes over the window. Each is shown without waiting for it.
#pragma once

#include "ui/widgets/prompts.h"

namespace ui::shell {

class DialogPrompts : public widgets::Prompts {
public:
    void chooseFile(QWidget* parent,
                    const QString& title,
                    const QString& filter,
                    std::function<void(const QString&)> then) override;
    void chooseFolder(QWidget* parent,
                      const QString& title,
                      std::function<void(const QString&)> then) override;
    void chooseSaveFile(QWidget* parent,
                        const QString& title,
                        const QString& proposal,
                        std::function<void(const QString&)> then) override;
    void confirm(QWidget* parent,
                 const widgets::Confirmation& confirmation,
                 std::function<void()> then) override;
};

}  // namespace ui::shell
